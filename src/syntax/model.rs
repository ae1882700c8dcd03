//! The model file: what it holds, how it is read, and the copy inside the binary.

use super::Upos;
use super::bytes::{Reader, write_number};
use super::label::XPOS;
use super::lemma::Lemmas;
use super::network::Network;
use super::tagger::Taggers;
use super::weights::{Row, Weights, write as write_rows};
use std::sync::OnceLock;

/// Everything that was learnt.
#[derive(Default)]
pub struct Model {
    pub(super) tags: TagTable,
    pub(super) taggers: Taggers<Weights>,
    pub(super) networks: Vec<Network>,
    pub(super) lemmas: Lemmas,
}

/// The pairs of tags that occur; taggers and parsers count in it.
#[derive(Clone, Debug, Default)]
pub struct TagTable(pub Vec<(Upos, &'static str)>);

impl TagTable {
    pub fn get(&self, tag: u8) -> (Upos, &'static str) {
        self.0.get(usize::from(tag)).copied().unwrap_or((Upos::X, "XX"))
    }

    pub fn index(&self, upos: Upos, xpos: &str) -> Option<u8> {
        self.0.iter().position(|pair| *pair == (upos, xpos)).map(|at| at as u8)
    }
}

const MAGIC: &[u8] = b"factlint syntax 2\n";

impl Model {
    /// The model inside the binary, unpacked when it is first asked for.
    pub fn embedded() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::read(include_bytes!("model.bin")).unwrap_or_default())
    }

    /// A model file → the model; `None` where the bytes are not such a file.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len())? != MAGIC {
            return None;
        }
        let mut tags = Vec::new();
        for _ in 0..reader.number()? {
            let upos = Upos::ALL.get(reader.number()?)?.0;
            tags.push((upos, *XPOS.get(reader.number()?)?));
        }
        let taggers = Taggers { forwards: Weights::read(&mut reader)?, backwards: Weights::read(&mut reader)? };
        let networks = (0..reader.number()?).map(|_| Network::read(&mut reader, tags.len())).collect::<Option<_>>()?;
        Some(Self { tags: TagTable(tags), taggers, networks, lemmas: Lemmas::read(&mut reader)? })
    }

    /// The bytes of a model file, of what training found.
    pub fn write(tags: &TagTable, taggers: &Taggers<Vec<Row>>, networks: &[Network], lemmas: &Lemmas) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        write_number(tags.0.len(), &mut out);
        for &(upos, xpos) in &tags.0 {
            write_number(upos as usize, &mut out);
            write_number(super::label::xpos_index(xpos), &mut out);
        }
        write_rows(&taggers.forwards, &mut out);
        write_rows(&taggers.backwards, &mut out);
        write_number(networks.len(), &mut out);
        networks.iter().for_each(|network| network.write(&mut out));
        lemmas.write(&mut out);
        out
    }
}
