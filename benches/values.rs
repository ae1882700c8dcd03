//! The finder over news prose, beside a plain aho-corasick pass over the same bytes.

use aho_corasick::AhoCorasick;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use factlint::span::Span;
use factlint::value::{Context, find};
use std::hint::black_box;

/// Prose about as dense in values as news is: one in a hundred and fifty bytes or so.
const NEWS: &str = "\
The council of the harbour town approved a budget of 1.46 billion dollars late on Tuesday, the largest since 2014, after a debate that \
lasted nearly three hours and drew more than 200 residents to the gallery. Seven members voted for the plan and four against. Under it the \
property tax rises by a quarter of a percentage point, to 1.85 percent, which means about $17.50 a month for the average household.

\"Nobody here is happy, and that is how you know that it balances,\" said the council's president, who is 58 and has served for twelve years. \
The mayor, who had asked for 60 new police officers, will get 45. She is expected to sign the budget on Friday. Two libraries are to close, \
among them the one on the old quay, a brick house with a skylight which the fishermen's guild gave to the town when the railway came.

The region's economy has grown slowly. Unemployment stood at 6.2 percent in August, up from 5.9 percent a year earlier, according to the \
statistics office, and the ferry company said in early September that it had carried some 1.2 million passengers in the first half of the \
year, fewer than in any year since the bridge opened over a decade ago. Wind gusts of up to 120 km/h closed the bridge for several hours \
last week. Engineers measured a shift of 12 mm between the two middle piers, which stand 350 metres apart.

On the waterfront the talk was of other things. The football club beat its neighbours 3-1 on Saturday, and the streets were full until \
well after midnight. A boat with a painted sail went round and round in the basin. People who had not spoken to each other for years \
shook hands, and the bakery at the corner had sold out before most of the town was awake. Nobody could say who had hung the scarf around \
the neck of the bronze pilot who looks out to sea from the end of the mole, and nobody was in a hurry to take it down again.

The old pilot, who came here as a boy and never left, said that he had seen the town change more slowly than people like to think. The \
cranes went, and the smell of tar with them. The shops along the quay now sell what visitors want, and the visitors want what the shops \
sell. But the nets still hang from the same hooks, the same families own the boats, and in the evening the same voices carry over the \
water. He does not believe that a bridge makes a place, or a budget. He believes in paint, he said, and in turning up.

Critics of the plan say that the council has put off the hard questions. The sea wall will have to be raised, whatever the accounts say, \
and the school roof leaks in every strong wind from the west. Its defenders answer that a town that cannot keep its lights on will not \
raise a wall either. Both sides agree that the debate was better than the ones before it, which were mostly about parking. The next \
meeting is open to anyone who brings a chair, because the gallery has more friends than seats, and the caretaker has locked the store.
";

fn values(c: &mut Criterion) {
    let text = NEWS.repeat(64);
    let context = Context { date: "2025-09-16".parse().ok() };
    let span = Span::new(0, text.len());
    let plain = AhoCorasick::new([
        "hours", "percent", "million", "Tuesday", "August", "nearly", "about", "two", "three", "1", "2",
    ]);
    let mut group = c.benchmark_group("values");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("find", |b| b.iter(|| find(black_box(&text), span, &context).len()));
    if let Ok(plain) = plain {
        group.bench_function("aho-corasick", |b| b.iter(|| plain.find_iter(black_box(&text)).count()));
    }
    group.finish();
}

criterion_group!(benches, values);
criterion_main!(benches);
