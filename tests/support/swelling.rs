//! A file that is small in the post and enormous once it is opened.

use std::io::Write as _;

/// A PDF of a few kilobytes whose list of objects unfolds to 100 MB of blanks.
///
/// # Panics
/// When memory cannot be written to.
pub fn a_swelling_pdf() -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let blanks = vec![b' '; 1_000_000];
    for _ in 0..100 {
        packer.write_all(&blanks).expect("memory takes it");
    }
    let packed = packer.finish().expect("memory takes it");
    let mut pdf = b"%PDF-1.6\n".to_vec();
    let mut places = Vec::new();
    let length = packed.len();
    for (head, content) in [
        ("<< /Type /Catalog /Pages 2 0 R >>".to_owned(), None),
        ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(), None),
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned(),
            None,
        ),
        (
            format!(
                "<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {length} >>\nstream\n"
            ),
            Some(&packed),
        ),
    ] {
        places.push(pdf.len());
        pdf.extend(format!("{} 0 obj\n{head}", places.len()).bytes());
        if let Some(content) = content {
            pdf.extend(content);
            pdf.extend(b"\nendstream");
        }
        pdf.extend(b"\nendobj\n");
    }
    let table = pdf.len();
    let size = places.len() + 1;
    pdf.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes(),
    );
    pdf
}
