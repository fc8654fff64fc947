/**
 * Preferences in Postgres.
 */
@NullMarked
package io.hilum.portal.profile.r2dbc;

import org.jspecify.annotations.NullMarked;
