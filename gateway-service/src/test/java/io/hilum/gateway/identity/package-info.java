@NullMarked
package io.hilum.gateway.identity;

import org.jspecify.annotations.NullMarked;
