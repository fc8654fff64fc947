/**
 * On whose word a caller is believed.
 */
@NullMarked
package io.hilum.routing.identity;

import org.jspecify.annotations.NullMarked;
