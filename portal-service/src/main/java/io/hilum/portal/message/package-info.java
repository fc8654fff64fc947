/**
 * Messages and the branches that they form.
 */
@NullMarked
package io.hilum.portal.message;

import org.jspecify.annotations.NullMarked;
