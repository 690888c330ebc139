package leakdetection.presentation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;

class LockedDatabaseIT extends RunningServer {

  @Test
  void changeIsRefusedWithATimeToTryAgainWhileTheDatabaseIsLocked() throws SQLException {
    String body = "{\"name\": \"%s\", \"angleFromNorth\": 0}".formatted(Api.newName());
    try (Connection other = database().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      Answer refused = Api.post("/fields/1/templates", body);

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).contains("5");
      assertThat(refused.failures().get(0).get("message").toString()).contains("locked");
      assertThat(Api.get("/sensors").status()).isEqualTo(200);
      statement.execute("ROLLBACK");
    }
    assertThat(Api.post("/fields/1/templates", body).status()).isEqualTo(201);
  }
}
