package leakdetection.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import leakdetection.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbesIT extends RunningServer {

  @ParameterizedTest
  @ValueSource(strings = {"/health/started", "/health/ready", "/health/live"})
  void probesSayThatTheProductIsUp(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void apiIsDescribed() throws IOException, InterruptedException {
    assertThat(get("/openapi").body()).contains("openapi: 3.");
  }

  @Test
  void readinessTriesAWrite() throws IOException, InterruptedException {
    assertThat(get("/health/ready").body()).contains("{\"name\":\"database\",\"status\":\"UP\"");
  }

  @Test
  void figuresOfThePipelineAreServed() throws IOException, InterruptedException {
    assertThat(get("/metrics").body())
        .contains(
            "leakdetection_readings_total{",
            "leakdetection_detections_total{",
            "leakdetection_sensor_events_total{",
            "leakdetection_detection_queue{",
            "leakdetection_detection_lag_seconds{",
            "leakdetection_write_queue{");
  }

  @Test
  void productIsNotReadyWhileTheDatabaseCannotBeWritten() throws Exception {
    try (Connection other = database().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Instant asked = Instant.now();
      HttpResponse<String> answer = get("/health/ready");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("No write was possible within 2000 ms.");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
      assertThat(get("/health/live").statusCode()).isEqualTo(200);
      statement.execute("ROLLBACK");
    }
    assertThat(statusWithin(Duration.ofSeconds(15), 200)).isEqualTo(200);
  }

  private static int statusWithin(Duration limit, int wanted) throws Exception {
    Instant end = Instant.now().plus(limit);
    int status = get("/health/ready").statusCode();
    while (status != wanted && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      status = get("/health/ready").statusCode();
    }
    return status;
  }
}
