/** How templates are added, described, reshaped and removed. */
package leakdetection.application.templates;
