/** Backups over REST: making one and listing them. */
package leakdetection.presentation.backups;
