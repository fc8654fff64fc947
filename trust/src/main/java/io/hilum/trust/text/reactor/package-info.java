/**
 * What Reactor would say in a log.
 */
@NullMarked
package io.hilum.trust.text.reactor;

import org.jspecify.annotations.NullMarked;
