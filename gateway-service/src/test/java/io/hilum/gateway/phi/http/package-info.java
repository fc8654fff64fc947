@NullMarked
package io.hilum.gateway.phi.http;

import org.jspecify.annotations.NullMarked;
