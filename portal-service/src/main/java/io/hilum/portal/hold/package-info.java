/**
 * Legal holds, which stand before retention and deletion.
 */
@NullMarked
package io.hilum.portal.hold;

import org.jspecify.annotations.NullMarked;
