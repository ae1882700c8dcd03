//! Speed of segmentation and of tagging and parsing.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use factlint::article::{sentence::sentences, token::tokens};
use factlint::span::Span;
use factlint::syntax::{model::Model, parse};
use std::hint::black_box;

const TEXT: &str = "The president of the republic, who had arrived late on Friday, told reporters that the talks with his \
    counterpart lasted nearly three hours. “We agreed on many points,” he said, “but not on all of them.” According to \
    officials, the two leaders last met in Geneva in June 2021. Neither side signed an agreement, and no further meeting \
    was announced. Mr. Smith, a spokesman, didn't say whether the $1.4 billion deal would go ahead.";

fn syntax(c: &mut Criterion) {
    let whole = Span::new(0, TEXT.len());
    let sentences_of = |text| sentences(text, whole);
    let tokenised: Vec<_> = sentences_of(TEXT).into_iter().map(|sentence| tokens(TEXT, sentence, &[])).collect();
    let count: usize = tokenised.iter().map(Vec::len).sum();

    let mut group = c.benchmark_group("syntax");
    group.bench_function("load", |bench| {
        bench.iter(|| Model::read(black_box(include_bytes!("../src/syntax/model.bin"))).is_some());
    });
    group.throughput(Throughput::Elements(count as u64));
    group.bench_function("segment", |bench| {
        bench.iter(|| {
            sentences_of(black_box(TEXT)).into_iter().map(|sentence| tokens(TEXT, sentence, &[]).len()).sum::<usize>()
        });
    });
    group.bench_function("tag and parse", |bench| {
        bench.iter(|| tokenised.iter().map(|tokens| parse(TEXT, black_box(tokens)).words.len()).sum::<usize>());
    });
    group.finish();
}

criterion_group!(benches, syntax);
criterion_main!(benches);
