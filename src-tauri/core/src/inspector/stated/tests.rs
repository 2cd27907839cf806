//! What files say of themselves, made byte by byte after the formats' own descriptions.

use super::*;
use std::io::Cursor;

fn of(kind: FileKind, bytes: Vec<u8>) -> Stated {
    read(kind, &mut Cursor::new(bytes))
}

fn photoshop_file(mode: u16) -> Vec<u8> {
    let mut bytes = b"8BPS\x00\x01\0\0\0\0\0\0".to_vec();
    bytes.extend(4_u16.to_be_bytes());
    // 2,480 × 3,508 pixels.
    bytes.extend(3_508_u32.to_be_bytes());
    bytes.extend(2_480_u32.to_be_bytes());
    bytes.extend(8_u16.to_be_bytes());
    bytes.extend(mode.to_be_bytes());
    bytes.extend(0_u32.to_be_bytes());
    let mut resources = b"8BIM\x04\x04\x00\x00".to_vec();
    resources.extend(3_u32.to_be_bytes());
    resources.extend(b"abc\0");
    resources.extend(b"8BIM\x03\xed\x00\x00");
    resources.extend(16_u32.to_be_bytes());
    for _ in 0..2 {
        resources.extend((300_u32 << 16).to_be_bytes());
        resources.extend([0, 1, 0, 2]);
    }
    bytes.extend(
        u32::try_from(resources.len())
            .unwrap_or_default()
            .to_be_bytes(),
    );
    bytes.extend(resources);
    bytes
}

#[test]
fn clause_s_4_1_4a_photoshop_says_pixels_resolution_and_colours() {
    for (mode, colours) in [
        (0, StatedColours::Bitmap),
        (1, StatedColours::Gray),
        (3, StatedColours::Rgb),
        (4, StatedColours::Cmyk),
        (9, StatedColours::Lab),
    ] {
        let stated = of(FileKind::Psd, photoshop_file(mode));
        assert_eq!(stated.pixels, Some((2_480, 3_508)));
        assert_eq!(stated.ppi, Some((300.0, 300.0)));
        // 2,480 / 300 × 25.4 = 209.97 mm, 3,508 / 300 × 25.4 = 297.01 mm.
        assert_eq!(stated.size, Some((2_100, 2_970)));
        assert_eq!(stated.colours, Some(colours));
    }
}

#[test]
fn clause_s_4_1_4a_tiff_says_them_in_either_order_of_bytes() {
    for little in [true, false] {
        let two = |value: u16| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let four = |value: u32| {
            if little {
                value.to_le_bytes()
            } else {
                value.to_be_bytes()
            }
        };
        let mut bytes = if little {
            b"II".to_vec()
        } else {
            b"MM".to_vec()
        };
        bytes.extend(two(42));
        bytes.extend(four(8));
        let entries: [(u16, u16, u32); 7] = [
            (256, 4, 1_000),
            (257, 4, 500),
            (258, 3, 8),
            (262, 3, 5),
            (282, 5, 98),
            (283, 5, 98),
            // Pixels a centimetre.
            (296, 3, 3),
        ];
        bytes.extend(two(7));
        for (tag, kind, value) in entries {
            bytes.extend(two(tag));
            bytes.extend(two(kind));
            bytes.extend(four(1));
            if kind == 3 {
                bytes.extend(two(u16::try_from(value).unwrap_or_default()));
                bytes.extend([0, 0]);
            } else {
                bytes.extend(four(value));
            }
        }
        bytes.extend(four(0));
        bytes.resize(98, 0);
        bytes.extend(four(100));
        bytes.extend(four(1));
        let stated = of(FileKind::Tiff, bytes);
        assert_eq!(stated.pixels, Some((1_000, 500)));
        assert_eq!(stated.ppi, Some((254.0, 254.0)));
        assert_eq!(stated.size, Some((1_000, 500)));
        assert_eq!(stated.colours, Some(StatedColours::Cmyk));
    }
}

#[test]
fn clause_s_4_1_4a_jpeg_and_png_say_them_in_their_segments() {
    let mut jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02\x01".to_vec();
    jpeg.extend([0, 72, 0, 72, 0, 0]);
    // A table before the size.
    jpeg.extend(b"\xff\xdb\x00\x04\x00\x00");
    jpeg.extend(b"\xff\xc0\x00\x11\x08\x01\xf4\x03\xe8\x04");
    jpeg.extend([0; 12]);
    let stated = of(FileKind::Jpeg, jpeg);
    assert_eq!(stated.version, "JFIF 1.02");
    assert_eq!(
        (stated.pixels, stated.ppi),
        (Some((1_000, 500)), Some((72.0, 72.0)))
    );
    assert_eq!(stated.colours, Some(StatedColours::Cmyk));
    // 1,000 / 72 × 25.4 = 352.8 mm.
    assert_eq!(stated.size, Some((3_528, 1_764)));

    let mut png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR".to_vec();
    png.extend(100_u32.to_be_bytes());
    png.extend(200_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    png.extend(9_u32.to_be_bytes());
    png.extend(b"pHYs");
    png.extend(10_000_u32.to_be_bytes());
    png.extend(10_000_u32.to_be_bytes());
    png.extend([1, 0, 0, 0, 0]);
    let stated = of(FileKind::Png, png);
    assert_eq!(
        (stated.pixels, stated.ppi),
        (Some((100, 200)), Some((254.0, 254.0)))
    );
    assert_eq!(stated.colours, Some(StatedColours::Rgb));
}

#[test]
fn clause_s_4_1_4a_postscript_corel_and_indesign_say_their_version() {
    let eps = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 596 842\n%%HiResBoundingBox: 0 0 595.276 841.89\n%%EndComments\n";
    let stated = of(FileKind::Eps, eps.to_vec());
    assert_eq!(stated.version, "EPSF 3.0");
    assert_eq!(stated.size, Some((2_100, 2_970)));
    let mut dos = b"\xc5\xd0\xd3\xc6\x1e\x00\x00\x00".to_vec();
    dos.resize(30, 0);
    dos.extend(eps);
    assert_eq!(of(FileKind::Eps, dos).size, Some((2_100, 2_970)));
    let ai = b"%!PS-Adobe-3.0\r%%Creator: Adobe Illustrator(R) 8.0\r%%BoundingBox: 10 10 82 154\r%%EndComments";
    let stated = of(FileKind::AiPostscript, ai.to_vec());
    // 72 × 144 pt.
    assert_eq!(
        (stated.version.as_str(), stated.size),
        ("Illustrator 8.0", Some((254, 508)))
    );

    let corel = |letter: u8, version: u16| {
        let mut bytes = b"RIFF\0\0\0\0CDR".to_vec();
        bytes.push(letter);
        bytes.extend(b"vrsn\x02\0\0\0");
        bytes.extend(version.to_le_bytes());
        of(FileKind::Cdr, bytes).version
    };
    assert_eq!(
        (corel(b'9', 900), corel(b'C', 1_200)),
        ("9".to_owned(), "12".to_owned())
    );
    assert_eq!(
        of(FileKind::Cdr, b"RIFF\0\0\0\0CDRDLIST".to_vec()).version,
        "X3"
    );
    assert_eq!(of(FileKind::Cdr, b"PK\x03\x04".to_vec()).version, "X4+");
    let indd = b"....<xmp:CreatorTool>Adobe InDesign CC 13.1 (Windows)</xmp:CreatorTool>".to_vec();
    assert_eq!(of(FileKind::Indd, indd).version, "CC 13.1");
}

#[test]
fn clause_s_4_1_4a_cut_and_torn_files_say_less_and_never_panic() {
    let whole = [
        (FileKind::Psd, photoshop_file(4)),
        (FileKind::Jpeg, b"\xff\xd8\xff\xe0\xff\xff".to_vec()),
        (FileKind::Tiff, b"II*\0\xff\xff\xff\xff".to_vec()),
        (
            FileKind::Png,
            b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffpHYs".to_vec(),
        ),
        (FileKind::Eps, b"\xc5\xd0\xd3\xc6\xff\xff\xff\xff".to_vec()),
    ];
    for (kind, bytes) in whole {
        for end in 0..=bytes.len() {
            let _ = of(kind, bytes.get(..end).unwrap_or_default().to_vec());
        }
    }
}
