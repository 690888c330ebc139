package leakdetection.infrastructure.persistence;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** The database could not do what it was asked. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int DEEPEST_CAUSE = 20;
  private static final int CONSTRAINT = 19;

  /**
   * SQLite's result codes that are about the database and not about what it was asked: busy,
   * locked, out of memory, read-only, I/O error, corrupt, full, cannot open, protocol, not a
   * database (https://www.sqlite.org/rescode.html).
   */
  private static final Set<Integer> ITS_OWN = Set.of(5, 6, 7, 8, 10, 11, 13, 14, 15, 26);

  DatabaseException(SQLException cause) {
    super("The database could not do what it was asked: " + cause.getMessage(), cause);
  }

  /**
   * Tells whether any other change would fail the same way at the moment: the database is locked by
   * another process, the disk is full and the like.
   */
  static boolean concernsEverything(Throwable failure) {
    return codes(failure).anyMatch(ITS_OWN::contains);
  }

  /** Tells whether the database refused a change that breaks a rule of its tables. */
  static boolean breaksConstraint(Throwable failure) {
    return codes(failure).anyMatch(code -> code == CONSTRAINT);
  }

  private static Stream<Integer> codes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST_CAUSE)
        .filter(SQLException.class::isInstance)
        // An extended result code holds the primary one in its lowest byte.
        .map(cause -> ((SQLException) cause).getErrorCode() & 0xFF);
  }
}
