//! Passwords and PINs: checked for length, hashed with Argon2id, compared in constant time.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use argon2::{Algorithm, Argon2, Params, Version};

use super::AccessRefusal;
use crate::error::Failure;

/// The least a password must have.
const LEAST_PASSWORD: usize = 6;

/// What one guess costs an attacker. Handed in, so that tests need not pay it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl PasswordCost {
    /// What ships: 19 MiB, two passes, one lane, the least that is advised for Argon2id.
    pub const SHIPPED: Self = Self {
        memory_kib: 19 * 1024,
        passes: 2,
    };

    fn argon(self) -> Result<Argon2<'static>, Failure> {
        let params = Params::new(self.memory_kib, self.passes, 1, None)
            .map_err(|error| Failure::Secret(error.to_string()))?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }

    /// Hashes a secret with a salt of its own; the text carries the parameters.
    pub(super) fn hash(self, secret: &str) -> Result<String, Failure> {
        Ok(self
            .argon()?
            .hash_password(secret.as_bytes())
            .map_err(|error| Failure::Secret(error.to_string()))?
            .to_string())
    }

    /// Whether `secret` is the one behind `stored`. Without one stored it works as long and answers no, so that
    /// the time tells nobody whether a name exists.
    pub(super) fn matches(self, secret: &str, stored: Option<&str>) -> Result<bool, Failure> {
        let Some(stored) = stored else {
            self.hash(secret)?;
            return Ok(false);
        };
        let stored =
            PasswordHash::new(stored).map_err(|error| Failure::Secret(error.to_string()))?;
        Ok(self
            .argon()?
            .verify_password(secret.as_bytes(), &stored)
            .is_ok())
    }
}

pub(super) fn check_password(password: &str) -> Result<(), AccessRefusal> {
    if password.chars().count() < LEAST_PASSWORD {
        Err(AccessRefusal::ShortPassword {
            least: LEAST_PASSWORD,
        })
    } else {
        Ok(())
    }
}

pub(super) fn check_pin(pin: &str) -> Result<(), AccessRefusal> {
    if (4..=8).contains(&pin.len()) && pin.bytes().all(|digit| digit.is_ascii_digit()) {
        Ok(())
    } else {
        Err(AccessRefusal::BadPin)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    #[test]
    fn the_shipped_cost_is_the_advised_one() {
        let hash = PasswordCost::SHIPPED.hash("岭南草木 2026").unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        assert!(
            PasswordCost::SHIPPED
                .matches("岭南草木 2026", Some(&hash))
                .unwrap()
        );
        assert!(
            !PasswordCost::SHIPPED
                .matches("岭南草木 2025", Some(&hash))
                .unwrap()
        );
        assert!(
            !PasswordCost::SHIPPED
                .matches("岭南草木 2026", None)
                .unwrap()
        );
    }

    #[test]
    fn a_pin_is_four_to_eight_digits() {
        for good in ["1234", "12345678"] {
            assert_eq!(check_pin(good), Ok(()));
        }
        for bad in ["", "123", "123456789", "12a4", "１２３４"] {
            assert_eq!(check_pin(bad), Err(AccessRefusal::BadPin), "{bad}");
        }
    }
}
