/** The settings in force, as the administrators see them. */
package leakdetection.presentation.settings;
