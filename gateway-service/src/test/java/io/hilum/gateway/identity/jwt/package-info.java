@NullMarked
package io.hilum.gateway.identity.jwt;

import org.jspecify.annotations.NullMarked;
