/**
 * Roles that people have for a while: by breaking the glass, or because two agreed.
 */
@NullMarked
package io.hilum.usage.grant;

import org.jspecify.annotations.NullMarked;
