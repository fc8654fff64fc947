/**
 * What was used, for those who may know.
 */
@NullMarked
package io.hilum.usage.report;

import org.jspecify.annotations.NullMarked;
