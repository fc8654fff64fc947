/**
 * What contracts give to analysts, run as they would.
 */
@NullMarked
package io.hilum.usage.consumers;

import org.jspecify.annotations.NullMarked;
