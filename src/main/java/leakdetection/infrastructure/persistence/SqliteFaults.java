package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import leakdetection.application.StorageFaults;
import leakdetection.infrastructure.backups.Soundness;

/** Explains SQLite's failures by its result codes (https://www.sqlite.org/rescode.html). */
@ApplicationScoped
public class SqliteFaults implements StorageFaults {

  private static final int DEEPEST_CAUSE = 20;
  private static final String LATER = " Try again later.";
  private static final String OTHER = "The database could not do it." + LATER;

  @Inject SoundnessAtStart soundness;

  @Override
  public Optional<String> explain(Throwable failure) {
    Optional<SQLException> cause =
        causes(failure)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .reduce((outer, inner) -> inner);
    cause.filter(Soundness::isDamage).ifPresent(soundness::notice);
    return cause
        .map(SqliteFaults::sentence)
        .or(
            () ->
                causes(failure).anyMatch(SqliteFaults::isPersistence)
                    ? Optional.of(OTHER)
                    : Optional.empty());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE);
  }

  private static boolean isPersistence(Throwable failure) {
    return failure instanceof PersistenceException || failure instanceof DatabaseException;
  }

  /** An extended result code holds the primary one in its lowest byte. */
  private static String sentence(SQLException failure) {
    return switch (failure.getErrorCode() & 0xFF) {
      case 5, 6 -> "The database is locked by another process." + LATER;
      case 8 -> "The database cannot be written: it is read-only.";
      case 10 -> "The database's disk fails.";
      case 11, 26 ->
          "The database is damaged. Stop the server and restore a backup (docs/backups.md).";
      case 13 -> "The disk is full." + LATER;
      case 14 -> "The database's file cannot be opened.";
      default -> OTHER;
    };
  }
}
