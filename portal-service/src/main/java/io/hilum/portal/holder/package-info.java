/**
 * Who has keys of its own: people and teams.
 */
@NullMarked
package io.hilum.portal.holder;

import org.jspecify.annotations.NullMarked;
