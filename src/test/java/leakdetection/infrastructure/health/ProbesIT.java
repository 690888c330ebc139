package leakdetection.infrastructure.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
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
}
