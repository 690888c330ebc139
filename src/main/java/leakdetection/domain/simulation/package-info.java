/**
 * From a leak to what a sensor would read: plume models and the sensor's response.
 *
 * <p>A {@link leakdetection.domain.simulation.PlumeModel} is found through {@link
 * java.util.ServiceLoader}; at a {@link leakdetection.domain.simulation.Site} it gives the
 * concentration that a {@link leakdetection.domain.simulation.Leak} causes at a point for every
 * current of a series; {@link leakdetection.domain.simulation.SensorResponse} turns that into
 * readings. Which leak explains measured readings is decided in {@code estimation}, not here.
 */
package leakdetection.domain.simulation;
