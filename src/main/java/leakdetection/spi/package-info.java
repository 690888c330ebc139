/**
 * The detector contract: what a plug-in implements and the values it exchanges with its host.
 *
 * <p>A plug-in offers a {@link leakdetection.spi.DetectorProvider} through {@code
 * META-INF/services}; the provider describes its detector and makes one {@link
 * leakdetection.spi.Detector} per sensor. The detector returns scores; what a score means is
 * decided by the host. Depends on the JDK alone and is published as a jar of its own; no service of
 * the host is ever handed in.
 */
package leakdetection.spi;
