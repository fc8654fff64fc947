/**
 * Legal holds in Postgres.
 */
@NullMarked
package io.hilum.portal.hold.r2dbc;

import org.jspecify.annotations.NullMarked;
