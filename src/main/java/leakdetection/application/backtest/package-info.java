/**
 * The backtest: how a detector would have done on recorded readings, in figures with intervals.
 *
 * <p>A {@link leakdetection.application.backtest.TrialSource} brings one sensor's training part,
 * its leak-free test part and copies of that with known leaks, from a benchmark folder or by
 * {@linkplain leakdetection.application.backtest.InjectedHistory injecting leaks} into a history.
 * {@link leakdetection.application.backtest.Backtest} replays them through each detector exactly as
 * the live pipeline would and hands on recall, false alarms and time to detect. Needs no server.
 */
package leakdetection.application.backtest;
