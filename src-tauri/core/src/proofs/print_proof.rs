//! A round of proofs is printed: from which files, as what (S-4.2.3A-1, S-4.2.3B-2).

use std::path::PathBuf;

use super::choose_lane::asked_of;
use super::rules::{Chosen, next_round};
use super::{PrintProofRequest, ProofRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::files::{FileInUse, MadeBy, files_in_use, hash_of_path, shown_name};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes that the next round was printed from the files in use. Where it is said which files on this machine were
    /// printed, each has to be, byte for byte, one that was received. Answers the order.
    ///
    /// # Errors
    /// When no lane was chosen, the last round goes on, the proof is none of the lane, or it was not printed from what the
    /// customer sent.
    pub async fn print_proof(
        &self,
        actor: &Actor,
        request: PrintProofRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let mut printed = Vec::with_capacity(request.printed_from.len());
        for path in &request.printed_from {
            let path = PathBuf::from(path);
            let name = shown_name(&path);
            printed.push((name, hash_of_path(path).await?.to_string()));
        }
        let mut writer = self.begin(actor, Activity::PrintProof).await?;
        let facts = asked_of(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        let lane = queries::lane(&mut writer, facts.id)
            .await?
            .ok_or(ProofRefusal::NoLane)?
            .lane;
        let in_use = files_in_use(&mut writer, facts.id).await?;
        check_print(lane, &request, &in_use, &printed)?;
        let proofs = queries::of_order(&mut writer, facts.id).await?;
        let last = proofs.first().map(|proof| proof.facts(&in_use));
        let round = next_round(lane, last.as_ref()).ok_or_else(|| ProofRefusal::RoundOpen {
            round: last.as_ref().map_or(1, |proof| proof.round),
        })?;
        let at = as_stored(writer.at());
        let columns = [
            ("order_id", facts.id.into()),
            ("round", round.into()),
            ("lane", lane.code().into()),
            ("medium", request.medium.code().into()),
            ("through_rip", request.through_rip.into()),
            ("compared", (!printed.is_empty()).into()),
            ("printed_at", at.into()),
            ("printed_by", by.into()),
        ];
        let proof = writer.insert("proofs", &columns).await?;
        for file in &in_use {
            let columns = [
                ("proof_id", proof.into()),
                ("file_id", file.id.into()),
                ("sha256", file.sha256.as_str().into()),
            ];
            writer.insert("proof_files", &columns).await?;
        }
        writer.note("round", round.to_string());
        writer.note("medium", request.medium.code());
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Decides whether a proof may have been printed like that: its medium belongs to the lane, it shows files that were received,
/// and in lane B the customer's own, not through the RIP (S-4.2.3B-2).
fn check_print(
    lane: Chosen,
    request: &PrintProofRequest,
    in_use: &[FileInUse],
    printed: &[(String, String)],
) -> Result<(), ProofRefusal> {
    let medium = request.medium;
    if !lane.takes(medium) {
        return Err(ProofRefusal::WrongMedium { medium });
    }
    if in_use.is_empty() {
        return Err(ProofRefusal::NoFile);
    }
    if let Some((name, _)) = printed
        .iter()
        .find(|(_, sha256)| in_use.iter().all(|file| file.sha256 != *sha256))
    {
        return Err(ProofRefusal::NotReceived { name: name.clone() });
    }
    if lane == Chosen::A {
        return Ok(());
    }
    if request.through_rip {
        return Err(ProofRefusal::ThroughRip);
    }
    let house_made: Vec<&str> = in_use
        .iter()
        .filter(|file| file.made_by == MadeBy::House)
        .map(|file| file.name.as_str())
        .collect();
    if !house_made.is_empty() {
        return Err(ProofRefusal::NotOriginal {
            names: house_made.join("、"),
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::Medium;

    fn file(name: &str, hash: &str, made_by: MadeBy) -> FileInUse {
        FileInUse {
            id: 1,
            name: name.to_owned(),
            version: 1,
            sha256: hash.to_owned(),
            made_by,
            place: 1,
            component: String::new(),
            kind: crate::inspector::FileKind::Pdf,
            counts: crate::files::Counts::Single,
            pages: None,
            brought: None,
            trims: Vec::new(),
            received_by: None,
        }
    }

    fn asked(medium: Medium, through_rip: bool) -> PrintProofRequest {
        PrintProofRequest {
            order_id: 1,
            medium,
            through_rip,
            printed_from: vec![],
        }
    }

    #[test]
    fn clause_s_4_2_3b_2_an_inkjet_proof_shows_what_the_customer_sent_and_nothing_else() {
        use Medium::{Blueline, Digital, Inkjet, Physical};
        let sent = [file("内文.pdf", "aa", MadeBy::Customer)];
        let made = [
            file("内文.pdf", "aa", MadeBy::Customer),
            file("封面_改.pdf", "bb", MadeBy::House),
        ];
        let printed = |hash: &str| vec![("打稿.pdf".to_owned(), hash.to_owned())];
        let b = |medium, rip, files: &[FileInUse], from: &[(String, String)]| {
            check_print(Chosen::B, &asked(medium, rip), files, from)
        };
        assert_eq!(b(Inkjet, false, &sent, &[]), Ok(()));
        assert_eq!(b(Inkjet, false, &sent, &printed("aa")), Ok(()));
        assert_eq!(
            b(Inkjet, false, &sent, &printed("ac")),
            Err(ProofRefusal::NotReceived {
                name: "打稿.pdf".to_owned()
            }),
            "its hash must equal that of a file received"
        );
        assert_eq!(
            b(Inkjet, true, &sent, &[]),
            Err(ProofRefusal::ThroughRip),
            "经RIP must be 否"
        );
        assert_eq!(
            b(Inkjet, false, &made, &[]),
            Err(ProofRefusal::NotOriginal {
                names: "封面_改.pdf".to_owned()
            })
        );
        assert_eq!(b(Inkjet, false, &[], &[]), Err(ProofRefusal::NoFile));
        for medium in [Blueline, Digital, Physical] {
            assert_eq!(
                b(medium, false, &sent, &[]),
                Err(ProofRefusal::WrongMedium { medium })
            );
        }
        let a = |medium, rip| check_print(Chosen::A, &asked(medium, rip), &made, &[]);
        assert_eq!(a(Blueline, false), Ok(()));
        assert_eq!(a(Digital, true), Ok(()), "lane A may go through the RIP");
        for medium in [Inkjet, Physical] {
            assert_eq!(
                a(medium, false),
                Err(ProofRefusal::WrongMedium { medium }),
                "S-4.2.3A-1: 兰纸 or 数码样"
            );
        }
    }
}
