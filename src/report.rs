//! Findings → what people and programs read. Only this room and `cli` print or serialise.
