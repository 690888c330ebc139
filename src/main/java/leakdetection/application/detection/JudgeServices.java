package leakdetection.application.detection;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import leakdetection.application.events.SystemEvents;
import leakdetection.domain.detection.AnomalyDetectionRepository;
import leakdetection.domain.detection.ShadowRepository;
import leakdetection.domain.events.EventRepository;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.TimeSeriesDataRepository;

/**
 * What a judge works with.
 *
 * @param rules the rules of a sensor's readings
 * @param nanoTime a clock that only goes forward, ns
 * @param room for readings of all sensors that wait in memory
 * @param workers run the judges
 * @param executor runs a judge that looks up who judges
 * @param plugins runs the judges whose detectors are foreign: they may wait for a call that hangs
 * @param pluginThreads runs these calls
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
    LongFunction<ReadingRules> rules,
    LongSupplier nanoTime,
    Semaphore room,
    Executor workers,
    Executor executor,
    Executor plugins,
    PluginThreads pluginThreads,
    ScheduledExecutorService timer) {}
