//! Arguments → library → exit code; nothing else.

fn main() -> std::process::ExitCode {
    factlint::cli::main()
}
