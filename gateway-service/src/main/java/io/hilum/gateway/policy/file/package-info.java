/**
 * The policy out of the catalogue file.
 */
@NullMarked
package io.hilum.gateway.policy.file;

import org.jspecify.annotations.NullMarked;
