package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import leakdetection.LibertyExecutors;
import org.junit.jupiter.api.Test;

class DetectionPipelineTest {

  /** Workers stay under load; a detector could never be tried out then. */
  @Test
  void workersLeaveThreadsToOthers() throws IOException {
    assertThat(DetectionPipeline.WORKERS).isLessThan(LibertyExecutors.most("detection"));
  }
}
