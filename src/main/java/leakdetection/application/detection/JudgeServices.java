package leakdetection.application.detection;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * What a judge works with.
 *
 * @param executor runs the judges
 * @param plugins runs the judges whose detectors are foreign: one that hangs keeps its thread
 * @param timer wakes a judge that has to wait
 */
record JudgeServices(
    Assignments assignments,
    TimeSeriesDataRepository readings,
    AnomalyDetectionRepository detections,
    EventRepository events,
    DetectionRecorder recorder,
    ShadowRepository shadows,
    ShadowRecorder shadowRecorder,
    SystemEvents systemEvents,
    HungDetectors hung,
    Executor executor,
    Executor plugins,
    ScheduledExecutorService timer) {}
