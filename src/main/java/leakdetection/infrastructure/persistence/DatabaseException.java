package leakdetection.infrastructure.persistence;

import java.sql.SQLException;

/** The database could not do what it was asked. */
public class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super("The database could not do what it was asked: " + cause.getMessage(), cause);
  }
}
