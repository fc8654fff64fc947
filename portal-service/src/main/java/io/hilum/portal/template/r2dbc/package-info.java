/**
 * Templates of people and teams in Postgres.
 */
@NullMarked
package io.hilum.portal.template.r2dbc;

import org.jspecify.annotations.NullMarked;
