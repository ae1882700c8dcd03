//! Loading, checking and indexing rules: 1,000, 10,000 and 100,000 claims over 20 files. It must grow linearly.

#[path = "../tests/support/many_claims.rs"]
mod many_claims;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use factlint::check::Checker;
use factlint::rulebook;
use std::hint::black_box;

fn load_and_check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("rules");
    group.sample_size(10);
    for claims in [1_000, 10_000, 100_000] {
        let sources = many_claims::sources(claims);
        group.throughput(Throughput::Elements(claims as u64));
        group.bench_with_input(BenchmarkId::new("load, check and index", claims), &sources, |bencher, sources| {
            bencher.iter(|| {
                let (rulebook, problems) = rulebook::load(sources);
                assert!(problems.is_empty());
                black_box(rulebook::consistency::check(&rulebook, None));
                let checker = Checker::new(&rulebook);
                black_box(rulebook::consistency::nothing_to_check(&rulebook, |fact| checker.gap(fact)));
                black_box(checker.clashes())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, load_and_check);
criterion_main!(benches);
