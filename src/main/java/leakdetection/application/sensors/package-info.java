/** How sensors are mounted, described, moved, pinned and removed. */
package leakdetection.application.sensors;
