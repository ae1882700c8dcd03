//! Files as bytes and as text, with line and column of every byte.
