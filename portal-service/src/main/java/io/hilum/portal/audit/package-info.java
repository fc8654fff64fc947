/**
 * Evidence of what was decided here.
 */
@NullMarked
package io.hilum.portal.audit;

import org.jspecify.annotations.NullMarked;
