package leakdetection.application.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import leakdetection.application.Writer;
import leakdetection.application.detection.DetectionRecorder.Batch;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.detection.ShadowScore;

/** Stores second opinions with the detector's snapshot, in one transaction. */
@ApplicationScoped
public class ShadowRecorder {

  @Inject Writer writer;
  @Inject ShadowRepository shadows;

  /** Stores a batch; completes once it is on disk. Nobody is told. */
  CompletableFuture<?> record(String detectorId, Batch batch) {
    return writer.submit(
        () -> {
          shadows.addAll(
              batch.sensorId(),
              detectorId,
              batch
                  .judged()
                  .map(
                      judged ->
                          new ShadowScore(judged.reading().timestamp(), judged.judgement().score()))
                  .toList());
          batch.snapshot().ifPresent(shadows::keep);
          return batch;
        },
        stored -> {});
  }
}
