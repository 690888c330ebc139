package leakdetection.application.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random texts that nobody guesses, and what is kept of them. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Secrets() {}

  /** Returns 256 random bits as a text for addresses and headers. */
  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a password that a person can type: 20 characters, 100 random bits. */
  static String password() {
    String letters = "abcdefghjkmnpqrstuvwxyzACDEFGHJK"; // 32, none that look alike
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      password.append(i > 0 && i % 5 == 0 ? "-" : "").append(letters.charAt(RANDOM.nextInt(32)));
    }
    return password.toString();
  }

  /** Returns the SHA-256 of a secret, hexadecimal; enough for what nobody guesses anyway. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Tells whether two secrets are alike, in a time that does not tell where they differ. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        hash(one).getBytes(StandardCharsets.UTF_8), hash(other).getBytes(StandardCharsets.UTF_8));
  }
}
