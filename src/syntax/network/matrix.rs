//! Products of matrices, the same bits on every machine: each sum runs in one order, and the
//! compiler may not change the order of sums of `f32`.

/// Rows that are multiplied side by side.
const ROWS: usize = 4;

/// `out += a b`, rows one after another: `a` has rows of `inner`, `b` and `out` of `columns`.
pub fn multiply(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    #[cfg(target_arch = "x86_64")]
    if std::arch::is_x86_feature_detected!("avx") {
        // SAFETY: the processor has what the function is compiled for; all else in it is safe code.
        unsafe { multiply_with_avx(out, a, b, inner, columns) };
        return;
    }
    multiply_in_tiles::<8>(out, a, b, inner, columns);
}

/// The same sums in the same order, eight at a time where older processors do four. Multiplications and
/// additions stay apart, so that the results are the same bits.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx")]
fn multiply_with_avx(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    multiply_in_tiles::<16>(out, a, b, inner, columns);
}

/// TILE columns are summed side by side; the order within a sum does not depend on it.
#[inline(always)]
fn multiply_in_tiles<const TILE: usize>(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    if inner == 0 || columns == 0 {
        return;
    }
    let mut a_blocks = a.chunks(inner * ROWS);
    for out in out.chunks_mut(columns * ROWS) {
        let Some(a) = a_blocks.next() else { return };
        if a.len() == inner * ROWS {
            block::<TILE>(out, a, b, inner, columns);
        } else {
            for (out, a) in out.chunks_mut(columns).zip(a.chunks(inner)) {
                row::<TILE>(out, a, b, columns);
            }
        }
    }
}

#[inline(always)]
fn block<const TILE: usize>(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, columns: usize) {
    let (a0, rest) = a.split_at(inner);
    let (a1, rest) = rest.split_at(inner);
    let (a2, a3) = rest.split_at(inner);
    let mut from = 0;
    while from + TILE <= columns {
        let mut sums = [[0.0_f32; TILE]; ROWS];
        for ((((b, x0), x1), x2), x3) in b.chunks_exact(columns).zip(a0).zip(a1).zip(a2).zip(a3) {
            let Some(b) = b[from..].first_chunk::<TILE>() else { return };
            for at in 0..TILE {
                sums[0][at] += x0 * b[at];
                sums[1][at] += x1 * b[at];
                sums[2][at] += x2 * b[at];
                sums[3][at] += x3 * b[at];
            }
        }
        for (out, sums) in out.chunks_exact_mut(columns).zip(&sums) {
            out[from..from + TILE].iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
        }
        from += TILE;
    }
    if from < columns {
        for (out, a) in out.chunks_exact_mut(columns).zip([a0, a1, a2, a3]) {
            tail::<TILE>(&mut out[from..], a, b, columns, from);
        }
    }
}

#[inline(always)]
fn row<const TILE: usize>(out: &mut [f32], a: &[f32], b: &[f32], columns: usize) {
    let mut from = 0;
    while from + TILE <= columns {
        let mut sums = [0.0_f32; TILE];
        for (b, x) in b.chunks_exact(columns).zip(a) {
            let Some(b) = b[from..].first_chunk::<TILE>() else { return };
            for at in 0..TILE {
                sums[at] += x * b[at];
            }
        }
        out[from..from + TILE].iter_mut().zip(&sums).for_each(|(out, sum)| *out += sum);
        from += TILE;
    }
    tail::<TILE>(&mut out[from..], a, b, columns, from);
}

#[inline(always)]
fn tail<const TILE: usize>(out: &mut [f32], a: &[f32], b: &[f32], columns: usize, from: usize) {
    let mut sums = [0.0_f32; TILE];
    for (b, x) in b.chunks_exact(columns).zip(a) {
        sums.iter_mut().zip(&b[from..]).for_each(|(sum, b)| *sum += x * b);
    }
    out.iter_mut().zip(&sums).for_each(|(out, sum)| *out += sum);
}

/// The transpose of a matrix with rows of `columns`.
pub fn transposed(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns.max(1);
    let mut out = vec![0.0; matrix.len()];
    for (at, row) in matrix.chunks_exact(columns.max(1)).enumerate() {
        row.iter().enumerate().for_each(|(column, &value)| out[column * rows + at] = value);
    }
    out
}

/// e to the power of `x`, by a polynomial of our own: mathematical libraries differ in last bits.
#[inline]
pub fn exp(x: f32) -> f32 {
    // Added and taken away, it rounds to whole numbers.
    const ROUND: f32 = 12_582_912.0;
    let x = x.clamp(-80.0, 80.0);
    let whole = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let rest = x - whole * 0.693_359_4 + whole * 2.121_944_4e-4;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5
                        + rest * (0.166_666_67 + rest * (0.041_666_67 + rest * (0.008_333_33 + rest * 0.001_388_9)))));
    series * f32::from_bits(((whole as i32 + 127) << 23) as u32)
}

/// From nought to one.
#[inline]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_every_shape() {
        // Blocks, single rows and the columns that are left over.
        for (rows, inner, columns) in [(1, 3, 2), (4, 2, 8), (5, 7, 37), (9, 1, 64), (3, 0, 4)] {
            let a: Vec<f32> = (0..rows * inner).map(|at| (at % 11) as f32 - 5.0).collect();
            let b: Vec<f32> = (0..inner * columns).map(|at| (at % 7) as f32 - 3.0).collect();
            let mut out = vec![1.0; rows * columns];
            multiply(&mut out, &a, &b, inner, columns);
            let mut plain = vec![1.0; rows * columns];
            multiply_in_tiles::<8>(&mut plain, &a, &b, inner, columns);
            assert_eq!(plain, out);
            let turned = transposed(&b, columns);
            for (at, &found) in out.iter().enumerate() {
                let (row, column) = (at / columns, at % columns);
                let product = |step: usize| a[row * inner + step] * turned[column * inner + step];
                assert_eq!(found, 1.0 + (0..inner).map(product).sum::<f32>());
            }
        }
    }

    #[test]
    fn powers_of_e() {
        for x in (-600..600).map(|x| x as f32 / 10.0) {
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-5, "{x}: {} for {}", exp(x), x.exp());
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(f32::NEG_INFINITY) < 1e-30 && sigmoid(-90.0) < 1e-30);
    }
}
