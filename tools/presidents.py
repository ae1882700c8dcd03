#!/usr/bin/env python3
"""Writes rules/us-presidents.yaml: presidents, vice presidents and secretaries of state.

    python3 tools/presidents.py            # writes rules/us-presidents.yaml
    python3 tools/presidents.py --stdout   # prints it

The tables below are the data, written by hand; the same tables always give the same file.
"""

import datetime
import sys
from pathlib import Path

from geography import quoted

# id | name | also | terms | born | died
# A bare surname is an alias only where a newsroom would think of the president first: not where another president,
# secretary, city, company or very common name has it. Full names carry their surname through an article anyway.
PRESIDENTS = """
george-washington | George Washington | President Washington; General Washington | 1789-04-30..1797-03-04 | 1732-02-22 | 1799-12-14
john-adams | John Adams | | 1797-03-04..1801-03-04 | 1735-10-30 | 1826-07-04
jefferson | Thomas Jefferson | President Jefferson; Jefferson | 1801-03-04..1809-03-04 | 1743-04-13 | 1826-07-04
james-madison | James Madison | President Madison | 1809-03-04..1817-03-04 | 1751-03-16 | 1836-06-28
james-monroe | James Monroe | President Monroe | 1817-03-04..1825-03-04 | 1758-04-28 | 1831-07-04
john-quincy-adams | John Quincy Adams | J.Q. Adams; Quincy Adams | 1825-03-04..1829-03-04 | 1767-07-11 | 1848-02-23
andrew-jackson | Andrew Jackson | President Jackson | 1829-03-04..1837-03-04 | 1767-03-15 | 1845-06-08
van-buren | Martin Van Buren | President Van Buren; Van Buren | 1837-03-04..1841-03-04 | 1782-12-05 | 1862-07-24
william-henry-harrison | William Henry Harrison | | 1841-03-04..1841-04-04 | 1773-02-09 | 1841-04-04
john-tyler | John Tyler | President Tyler | 1841-04-04..1845-03-04 | 1790-03-29 | 1862-01-18
polk | James K. Polk | James Polk; James Knox Polk; President Polk; Polk | 1845-03-04..1849-03-04 | 1795-11-02 | 1849-06-15
zachary-taylor | Zachary Taylor | President Taylor | 1849-03-04..1850-07-09 | 1784-11-24 | 1850-07-09
fillmore | Millard Fillmore | President Fillmore; Fillmore | 1850-07-09..1853-03-04 | 1800-01-07 | 1874-03-08
franklin-pierce | Franklin Pierce | President Pierce | 1853-03-04..1857-03-04 | 1804-11-23 | 1869-10-08
james-buchanan | James Buchanan | President Buchanan | 1857-03-04..1861-03-04 | 1791-04-23 | 1868-06-01
abraham-lincoln | Abraham Lincoln | President Lincoln; Abe Lincoln | 1861-03-04..1865-04-15 | 1809-02-12 | 1865-04-15
andrew-johnson | Andrew Johnson | | 1865-04-15..1869-03-04 | 1808-12-29 | 1875-07-31
ulysses-grant | Ulysses S. Grant | Ulysses Grant; President Grant; General Grant | 1869-03-04..1877-03-04 | 1822-04-27 | 1885-07-23
rutherford-hayes | Rutherford B. Hayes | Rutherford Hayes; President Hayes | 1877-03-04..1881-03-04 | 1822-10-04 | 1893-01-17
james-garfield | James A. Garfield | James Garfield; President Garfield | 1881-03-04..1881-09-19 | 1831-11-19 | 1881-09-19
chester-arthur | Chester A. Arthur | Chester Arthur; President Arthur | 1881-09-19..1885-03-04 | 1829-10-05 | 1886-11-18
grover-cleveland | Grover Cleveland | President Cleveland | 1885-03-04..1889-03-04; 1893-03-04..1897-03-04 | 1837-03-18 | 1908-06-24
benjamin-harrison | Benjamin Harrison | | 1889-03-04..1893-03-04 | 1833-08-20 | 1901-03-13
mckinley | William McKinley | President McKinley; McKinley | 1897-03-04..1901-09-14 | 1843-01-29 | 1901-09-14
theodore-roosevelt | Theodore Roosevelt | Teddy Roosevelt | 1901-09-14..1909-03-04 | 1858-10-27 | 1919-01-06
taft | William Howard Taft | President Taft; Taft | 1909-03-04..1913-03-04 | 1857-09-15 | 1930-03-08
woodrow-wilson | Woodrow Wilson | President Wilson | 1913-03-04..1921-03-04 | 1856-12-28 | 1924-02-03
warren-harding | Warren G. Harding | Warren Harding; President Harding | 1921-03-04..1923-08-02 | 1865-11-02 | 1923-08-02
coolidge | Calvin Coolidge | President Coolidge; Coolidge | 1923-08-02..1929-03-04 | 1872-07-04 | 1933-01-05
herbert-hoover | Herbert Hoover | President Hoover | 1929-03-04..1933-03-04 | 1874-08-10 | 1964-10-20
franklin-roosevelt | Franklin D. Roosevelt | Franklin Roosevelt; Franklin Delano Roosevelt; FDR | 1933-03-04..1945-04-12 | 1882-01-30 | 1945-04-12
truman | Harry S. Truman | Harry Truman; Harry S Truman; President Truman; Truman | 1945-04-12..1953-01-20 | 1884-05-08 | 1972-12-26
eisenhower | Dwight D. Eisenhower | Dwight Eisenhower; President Eisenhower; Eisenhower | 1953-01-20..1961-01-20 | 1890-10-14 | 1969-03-28
john-f-kennedy | John F. Kennedy | John Kennedy; John Fitzgerald Kennedy; President Kennedy; JFK | 1961-01-20..1963-11-22 | 1917-05-29 | 1963-11-22
lyndon-johnson | Lyndon B. Johnson | Lyndon Johnson; Lyndon Baines Johnson; LBJ | 1963-11-22..1969-01-20 | 1908-08-27 | 1973-01-22
nixon | Richard Nixon | Richard M. Nixon; President Nixon; Nixon | 1969-01-20..1974-08-09 | 1913-01-09 | 1994-04-22
gerald-ford | Gerald Ford | Gerald R. Ford; President Ford | 1974-08-09..1977-01-20 | 1913-07-14 | 2006-12-26
jimmy-carter | Jimmy Carter | James Earl Carter; President Carter | 1977-01-20..1981-01-20 | 1924-10-01 | 2024-12-29
reagan | Ronald Reagan | President Reagan; Reagan | 1981-01-20..1989-01-20 | 1911-02-06 | 2004-06-05
george-h-w-bush | George H.W. Bush | George H. W. Bush; George Bush Sr.; elder Bush | 1989-01-20..1993-01-20 | 1924-06-12 | 2018-11-30
bill-clinton | Bill Clinton | William J. Clinton; William Jefferson Clinton; President Clinton | 1993-01-20..2001-01-20 | 1946-08-19 |
george-w-bush | George W. Bush | George W Bush; younger Bush | 2001-01-20..2009-01-20 | 1946-07-06 |
obama | Barack Obama | Barack Hussein Obama; President Obama; Obama | 2009-01-20..2017-01-20 | 1961-08-04 |
trump | Donald Trump | Donald J. Trump; President Trump; Trump | 2017-01-20..2021-01-20; 2025-01-20.. | 1946-06-14 |
biden | Joe Biden | Joseph R. Biden; Joseph Biden; Joseph R. Biden Jr.; President Biden; Biden | 2021-01-20..2025-01-20 | 1942-11-20 |
"""

# id | name | also | term
VICE_PRESIDENTS = """
quayle | Dan Quayle | Quayle | 1989-01-20..1993-01-20
gore | Al Gore | Gore | 1993-01-20..2001-01-20
cheney | Dick Cheney | Cheney | 2001-01-20..2009-01-20
biden | | | 2009-01-20..2017-01-20
pence | Mike Pence | Pence | 2017-01-20..2021-01-20
kamala-harris | Kamala Harris | Vice President Harris | 2021-01-20..2025-01-20
vance | JD Vance | J.D. Vance; J. D. Vance; Vance | 2025-01-20..
"""

SECRETARIES = """
james-baker | James Baker | James A. Baker III; James A. Baker; Secretary Baker | 1989-01-25..1992-08-23
eagleburger | Lawrence Eagleburger | Eagleburger | 1992-12-08..1993-01-19
warren-christopher | Warren Christopher | | 1993-01-20..1997-01-17
albright | Madeleine Albright | Albright | 1997-01-23..2001-01-20
colin-powell | Colin Powell | Secretary Powell | 2001-01-20..2005-01-26
condoleezza-rice | Condoleezza Rice | Condi Rice; Secretary Rice | 2005-01-26..2009-01-20
hillary-clinton | Hillary Clinton | Hillary Rodham Clinton; Secretary Clinton | 2009-01-21..2013-02-01
kerry | John Kerry | John F. Kerry; Kerry | 2013-02-01..2017-01-20
tillerson | Rex Tillerson | Tillerson | 2017-02-01..2018-03-31
pompeo | Mike Pompeo | Pompeo | 2018-04-26..2021-01-20
blinken | Antony Blinken | Tony Blinken; Blinken | 2021-01-26..2025-01-20
rubio | Marco Rubio | Rubio; Secretary Rubio | 2025-01-21..
"""

PRESIDENT = "president of the United States"
VICE = "vice president of the United States"
SECRETARY = "U.S. secretary of state"

HEADER = """\
# Presidents of the United States with their terms, births and deaths; vice presidents and secretaries of state since 1990.
#
# Written by tools/presidents.py; change the tables there and run it again.
#
# Terms before 1937 run from 4 March. A bare surname stands for a president only where it can mean nobody else that a
# newspaper writes about: not Adams, Bush, Clinton, Harrison, Johnson or Roosevelt (two of each), nor Washington, Lincoln,
# Ford, Kennedy and others that are also places, companies or well-known people. Full names always count.
factlint: 1
title: U.S. presidents
as_of: 2025-08-16
source: {name: White House Historical Association, url: "https://www.whitehousehistory.org/"}

entities:
  united-states: {name: United States, kind: place, also: [United States of America, U.S., US, U.S.A., USA, America], demonym: American, in: north-america}
  north-america: {name: North America, kind: place, demonym: North American}
"""

# Claims that editors look up, after the ones made from the tables.
FACTS = """

  # Offices, for their tests; the terms of all holders stand with the people above
  - id: president-in-2025
    claim: president of the United States = Donald Trump, 2025-01-20..
    tests:
      conflict:
        - Kamala Harris became president of the United States on 20 January 2025.
        - Joe Biden was president of the United States in July 2025.
      supported:
        - Donald Trump became president of the United States on Jan. 20, 2025.
        - Donald Trump was president of the United States in July 2025.
      silent:
        - Donald Trump was elected president in November 2024.
        - Emmanuel Macron was president of France in July 2025.
  - id: vice-president-in-2025
    claim: vice president of the United States = JD Vance, 2025-01-20..
    tests:
      conflict:
        - Kamala Harris was vice president of the United States in July 2025.
      supported:
        - JD Vance was vice president of the United States in July 2025.
  - id: secretary-of-state-in-2025
    claim: U.S. secretary of state = Marco Rubio, 2025-01-21..
    tests:
      conflict:
        - Antony Blinken was U.S. secretary of state in July 2025.
      supported:
        - Marco Rubio was U.S. secretary of state in July 2025.
      silent:
        - Antony Blinken was U.S. secretary of state in 2023.
  - id: secretary-of-state-in-2015
    claim: U.S. secretary of state = John Kerry, 2013-02-01..2017-01-20
    tests:
      conflict:
        - Hillary Clinton was U.S. secretary of state in 2015.
      supported:
        - John Kerry was U.S. secretary of state in 2015.

  # Firsts, lasts and onlies
  - id: first-to-resign
    claim: first president to resign = Richard Nixon, 1974
    tests:
      conflict:
        - Nixon became the first president to resign in 1973.
        - Spiro Agnew was the first president to resign.
      supported:
        - Nixon was the first president to resign.
        - In 1974 Richard Nixon became the first U.S. president to resign.
      silent:
        - Spiro Agnew was the second vice president to resign.
        - Nixon threatened to resign in 1973.
  - id: only-to-resign
    claim: only president to resign = Richard Nixon
    tests:
      conflict:
        - Lyndon Johnson is the only president to resign.
      supported:
        - Nixon remains the only president to resign.
  - id: first-impeached
    claim: first president to be impeached = Andrew Johnson, 1868
    tests:
      conflict:
        - Bill Clinton was the first president to be impeached.
        - Andrew Johnson was the first president to be impeached, in 1867.
      supported:
        - Andrew Johnson became the first president to be impeached in 1868.
      silent:
        - Clinton was acquitted by the Senate.
  - id: only-impeached-twice
    claim: only president to be impeached twice = Donald Trump
    tests:
      conflict:
        - Andrew Johnson is the only president to be impeached twice.
      supported:
        - Trump is the only president to be impeached twice.
  - id: impeached-presidents
    claim: number of presidents to be impeached = 3
    tests:
      conflict:
        - Four presidents have been impeached.
      supported:
        - Three presidents have been impeached.
      silent:
        - Three judges have been impeached.
  - id: first-assassinated
    claim: first president to be assassinated = Abraham Lincoln, 1865
    tests:
      conflict:
        - Abraham Lincoln was the first president to be assassinated, in 1863.
      supported:
        - Abraham Lincoln was the first president to be assassinated.
  - id: last-assassinated
    claim: last president to be assassinated = John F. Kennedy, 1963
    tests:
      conflict:
        - William McKinley was the last president to be assassinated.
      supported:
        - John F. Kennedy was the last president to be assassinated.
  - id: assassinated-presidents
    claim: number of presidents to be assassinated = 4
    tests:
      conflict:
        - Three presidents have been assassinated.
      supported:
        - Four presidents have been assassinated.
  - id: died-in-office
    claim: number of presidents to die in office = 8
    tests:
      conflict:
        - Seven presidents have died in office.
      supported:
        - Eight presidents have died in office.
      silent:
        - Eight presidents were born in Virginia.
  - id: kennedy-assassination
    claim: John F. Kennedy was assassinated in Dallas on 22 November 1963
    tests:
      conflict: ["John F. Kennedy was assassinated in Houston.", "President Kennedy was assassinated in 1964."]
      supported: ["President Kennedy was assassinated in Dallas in 1963."]
      silent: ["Robert F. Kennedy was assassinated in Los Angeles in 1968."]
  - id: first-in-the-white-house
    claim: first president to live in the White House = John Adams, 1800
    tests:
      conflict:
        - George Washington was the first president to live in the White House.
      supported:
        - John Adams was the first president to live in the White House.
  - id: first-catholic
    claim: first Catholic to become president = John F. Kennedy
    tests:
      conflict:
        - Joe Biden was the first Catholic to become president.
      supported:
        - John F. Kennedy was the first Catholic to become president.
  - id: first-black-president
    claim: first Black person to become president = Barack Obama
    also: [first Black president, first African American president]
    tests:
      conflict:
        - Bill Clinton was the first Black president.
      supported: ["Barack Obama was the first Black president."]
  - id: nonconsecutive-terms
    claim: first president to serve two nonconsecutive terms = Grover Cleveland
    tests:
      conflict:
        - Trump is the first president to serve two nonconsecutive terms.
      supported:
        - Grover Cleveland was the first president to serve two nonconsecutive terms.
      silent:
        - Trump is the second president to serve two nonconsecutive terms.
  - id: more-than-two-terms
    claim: only president to serve more than two terms = Franklin D. Roosevelt
    tests:
      conflict:
        - Theodore Roosevelt is the only president to serve more than two terms.
      supported:
        - Franklin D. Roosevelt is the only president to serve more than two terms.
  - id: roosevelt-elections
    claim: Franklin D. Roosevelt was elected president four times
    tests:
      conflict:
        - Franklin D. Roosevelt was elected president three times.
      supported:
        - FDR was elected president four times.
  - id: harrison-presidency
    claim: William Henry Harrison's presidency length ~ 31 days
    tests:
      conflict:
        - William Henry Harrison's presidency lasted three months.
      supported:
        - William Henry Harrison's presidency lasted 31 days.
  - id: first-peace-prize
    claim: first president to win the Nobel Peace Prize = Theodore Roosevelt, 1906
    tests:
      conflict:
        - Woodrow Wilson was the first president to win the Nobel Peace Prize.
      supported:
        - Theodore Roosevelt was the first president to win the Nobel Peace Prize.
  - id: peace-prizes
    claim: number of presidents to win the Nobel Peace Prize = 4
    note: Theodore Roosevelt, Wilson, Carter (after his presidency), Obama.
    tests:
      conflict:
        - Three presidents have won the Nobel Peace Prize.
      supported:
        - Four presidents have won the Nobel Peace Prize.
  - id: obama-peace-prize
    claim: Barack Obama won the Nobel Peace Prize in 2009
    tests:
      conflict:
        - Obama won the Nobel Peace Prize in 2010.
      supported:
        - Obama won the Nobel Peace Prize in 2009.
  - id: first-to-visit-china
    claim: first president to visit China = Richard Nixon, 1972
    tests:
      conflict:
        - Nixon became the first president to visit China in 1971.
      supported:
        - In 1972 Nixon became the first president to visit China.
      silent:
        - Nixon was not the first president to visit Moscow.
  - id: first-to-visit-hiroshima
    claim: first president to visit Hiroshima = Barack Obama, 2016
    note: The first sitting president; Carter and Nixon went as private citizens.
    tests:
      conflict:
        - Obama became the first sitting president to visit Hiroshima in 2015.
      supported:
        - Obama was the first president to visit Hiroshima.
  - id: first-on-television
    claim: first president to appear on television = Franklin D. Roosevelt, 1939
  - id: first-felony
    claim: first president to be convicted of a felony = Donald Trump, 2024
    source: New York County Supreme Court
    tests:
      conflict:
        - Nixon was the first president to be convicted of a felony.
      supported:
        - Trump became the first president to be convicted of a felony in 2024.
  - id: president-and-chief-justice
    claim: only president to serve as chief justice = William Howard Taft
    tests:
      conflict:
        - John Adams is the only president to serve as chief justice.
      supported:
        - Taft is the only president to serve as chief justice.
  - id: emancipation-proclamation
    claim: Abraham Lincoln issued the Emancipation Proclamation in 1863
    tests:
      conflict:
        - Abraham Lincoln issued the Emancipation Proclamation in 1865.
      supported:
        - Abraham Lincoln issued the Emancipation Proclamation in 1863.
  - id: first-female-vice-president
    claim: first woman to become vice president = Kamala Harris, 2021
    tests:
      conflict:
        - Geraldine Ferraro was the first woman to become vice president.
      supported:
        - Kamala Harris was the first woman to become vice president.
  - id: first-female-secretary-of-state
    claim: first woman to become U.S. secretary of state = Madeleine Albright, 1997
    tests:
      conflict:
        - Condoleezza Rice was the first woman to become secretary of state.
      supported:
        - Albright became the first woman to become U.S. secretary of state in 1997.
  - id: number-of-presidents
    claim: number of U.S. presidents = 45 | 47
    note: 45 people in 47 presidencies; Cleveland and Trump count twice.
    tests:
      conflict:
        - The United States has had 44 presidents.
      supported:
        - The United States has had 45 presidents.
  - id: length-of-term
    claim: length of a U.S. presidential term = 4 years
    tests:
      conflict:
        - A U.S. presidential term lasts five years.
      supported:
        - A U.S. presidential term lasts four years.
"""

# Tests of generated claims, by claim id; and of terms, as claims.
TESTS = {
    "trump-birth": {
        "conflict": ["Donald Trump was born on 14 July 1946.", "Trump was born in 1945."],
        "supported": ["Donald Trump was born on June 14, 1946.", "Trump was born in 1946."],
        "silent": ["Fred Trump was born in 1905."],
    },
    "obama-birth": {
        "conflict": ["Barack Obama was born in 1962."],
        "supported": ["Barack Obama was born in August 1961."],
    },
    "abraham-lincoln-birth": {
        "conflict": ["Abraham Lincoln was born in 1811."],
        "supported": ["Abraham Lincoln was born on Feb. 12, 1809."],
    },
    "jimmy-carter-death": {
        "conflict": ["Jimmy Carter died in 2023."],
        "supported": ["Jimmy Carter died on 29 December 2024."],
        "silent": ["Rosalynn Carter died in 2023."],
    },
    "john-adams-death": {
        "conflict": ["John Adams died in 1825."],
        "supported": ["John Adams died on July 4, 1826."],
        "silent": ["John Quincy Adams died in 1848."],
    },
    "president-16": {
        "conflict": ["Abraham Lincoln was the 15th president of the United States."],
        "supported": ["Abraham Lincoln was the 16th president of the United States."],
    },
    "president-44": {
        "conflict": ["Barack Obama was the 43rd president."],
        "supported": ["Barack Obama was the 44th president."],
        "silent": ["Barack Obama is the author of four books."],
    },
}


def main():
    text = file()
    if "--stdout" in sys.argv[1:]:
        sys.stdout.write(text)
    else:
        path = Path(__file__).resolve().parent.parent / "rules" / "us-presidents.yaml"
        path.write_text(text, encoding="utf-8")


def file():
    presidents, vices, secretaries = rows(PRESIDENTS, 6), rows(VICE_PRESIDENTS, 4), rows(SECRETARIES, 4)
    offices = {}
    for title, table in ((PRESIDENT, presidents), (VICE, vices), (SECRETARY, secretaries)):
        for row in table:
            for term in row[3].split(";"):
                check(term.strip())
                offices.setdefault(row[0], []).append(f"{title}, {term.strip()}")
    out = [HEADER]
    for heading, table in (("Presidents", presidents), ("Vice presidents", vices), ("Secretaries of state", secretaries)):
        out.append(f"  # {heading}")
        for id, name, also, *_ in table:
            if not name:
                continue
            out.append(f"  {id}:")
            out.append(f"    name: {quoted(name)}")
            out.append("    kind: person")
            if also:
                out.append("    also: [" + ", ".join(quoted(each.strip()) for each in also.split(";")) + "]")
            out.append("    is:")
            out += [f"      - {quoted(office, flow=False)}" for office in offices[id]]
        out.append("")
    out.append("claims:")
    out.append("  # Births and deaths")
    for id, name, _, _, born, died in presidents:
        out += claim(f"{id}-birth", f"{possessive(name)} birth date = {long(born)}")
        if died:
            out += claim(f"{id}-death", f"{possessive(name)} date of death = {long(died)}")
    out.append("")
    out.append("  # The count of presidents")
    terms = sorted((term.strip(), name) for _, name, _, terms, *_ in presidents for term in terms.split(";"))
    assert len(terms) == 47
    for number, (_, name) in enumerate(terms, 1):
        out += claim(f"president-{number}", f"{name} was the {ordinal(number)} president of the United States")
    assert not TESTS, TESTS
    return "\n".join(out) + FACTS


def claim(id, text):
    lines = [f"  - id: {id}", f"    claim: {quoted(text, flow=False)}"]
    tests = TESTS.pop(id, None)
    if tests:
        lines.append("    tests:")
        for verdict, sentences in tests.items():
            lines.append(f"      {verdict}:")
            lines += [f"        - {quoted(sentence, flow=False)}" for sentence in sentences]
    return lines


def check(term):
    start, end = term.split("..")
    if end:
        assert datetime.date.fromisoformat(start) < datetime.date.fromisoformat(end), term


def possessive(name):
    return name + "'s"


def ordinal(number):
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def long(iso):
    date = datetime.date.fromisoformat(iso)
    return f"{date.day} {date:%B} {date.year}"


def rows(table, width):
    found = []
    for line in table.strip().splitlines():
        fields = [field.strip() for field in line.split("|")]
        assert len(fields) == width, line
        found.append(fields)
    return found


if __name__ == "__main__":
    main()
