package leakdetection.application.detection;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * What a judge works with.
 *
 * @param executor runs the judges
 * @param timer wakes a judge that has to wait
 */
record JudgeServices(
    Assignments assignments,
    TimeSeriesDataRepository readings,
    AnomalyDetectionRepository detections,
    EventRepository events,
    DetectionRecorder recorder,
    SystemEvents systemEvents,
    Executor executor,
    ScheduledExecutorService timer) {}
